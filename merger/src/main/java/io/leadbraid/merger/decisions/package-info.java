/** What people decide about who is who: written with its audit row, told to the graph in order, and heeded at once. */
@NullMarked
package io.leadbraid.merger.decisions;

import org.jspecify.annotations.NullMarked;
