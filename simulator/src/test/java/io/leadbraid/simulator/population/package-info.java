/** Tests of the crowd. */
@NullMarked
package io.leadbraid.simulator.population;

import org.jspecify.annotations.NullMarked;
