/** Turns inbound contacts into sources, messages and leads, in batches. */
@NullMarked
package io.leadbraid.merger.inbound;

import org.jspecify.annotations.NullMarked;
