/** Measuring: latencies, processor time by thread, the speed of the machine, and tables that show them. */
@NullMarked
package io.leadbraid.bench.measure;

import org.jspecify.annotations.NullMarked;
