/** Channels to {@code leadbraid.inbound}: connectors, normalisers, and one door. */
@NullMarked
package io.leadbraid.ingestion;

import org.jspecify.annotations.NullMarked;
