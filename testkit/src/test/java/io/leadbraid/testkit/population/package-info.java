/** Tests of the crowd and of the oracle that judges the product by it. */
@NullMarked
package io.leadbraid.testkit.population;

import org.jspecify.annotations.NullMarked;
