/** Publishes each new version of a lead, in order. */
@NullMarked
package io.leadbraid.merger.outbox;

import org.jspecify.annotations.NullMarked;
