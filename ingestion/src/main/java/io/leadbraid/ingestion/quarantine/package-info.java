/** Payloads that nobody could read: kept, shown, and read again on demand. */
@NullMarked
package io.leadbraid.ingestion.quarantine;

import org.jspecify.annotations.NullMarked;
