/** The one door: what comes in is written durably, or the sender is told to come again. */
@NullMarked
package io.leadbraid.ingestion.intake;

import org.jspecify.annotations.NullMarked;
