/** Leads that come together: compares them with what the graph knows, and does what the rules allow. */
@NullMarked
package io.leadbraid.merger.merges;

import org.jspecify.annotations.NullMarked;
