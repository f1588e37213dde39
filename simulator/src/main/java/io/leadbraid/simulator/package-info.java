/** The simulator: people with a known truth write to a running instance, and what it makes of them is measured. */
@NullMarked
package io.leadbraid.simulator;

import org.jspecify.annotations.NullMarked;
