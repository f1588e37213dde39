/** Benchmarks of the whole product, as a user has it, beside baselines in the same run. */
@NullMarked
package io.leadbraid.bench;

import org.jspecify.annotations.NullMarked;
