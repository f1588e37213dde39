/** Configured channels: their settings and secrets, and what is the same for every connector. */
@NullMarked
package io.leadbraid.ingestion.channel;

import org.jspecify.annotations.NullMarked;
