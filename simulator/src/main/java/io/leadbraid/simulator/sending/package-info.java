/** Brings posts to a running instance as the platforms do: signed, in time, and again when they were not taken. */
@NullMarked
package io.leadbraid.simulator.sending;

import org.jspecify.annotations.NullMarked;
