/** People who never were, everything they write, and who of them is who. */
@NullMarked
package io.leadbraid.simulator.population;

import org.jspecify.annotations.NullMarked;
