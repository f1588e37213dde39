/** A stream of clients' events with a known truth, as webhooks and as records. */
@NullMarked
package io.leadbraid.bench.stream;

import org.jspecify.annotations.NullMarked;
