@NullMarked
package io.leadbraid.simulator.sending;

import org.jspecify.annotations.NullMarked;
