/** People who never were, everything they write, and a slow oracle that knows which of it belongs to one person. */
@NullMarked
package io.leadbraid.testkit.population;

import org.jspecify.annotations.NullMarked;
