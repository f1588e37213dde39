/** Publishes what the merger has to tell, in order: new versions of leads, and decisions. */
@NullMarked
package io.leadbraid.merger.outbox;

import org.jspecify.annotations.NullMarked;
