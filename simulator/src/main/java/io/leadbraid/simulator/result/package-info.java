/** What the product has made of the people, beside the truth. */
@NullMarked
package io.leadbraid.simulator.result;

import org.jspecify.annotations.NullMarked;
