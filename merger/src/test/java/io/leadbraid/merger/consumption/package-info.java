/** Tests. */
@NullMarked
package io.leadbraid.merger.consumption;

import org.jspecify.annotations.NullMarked;
