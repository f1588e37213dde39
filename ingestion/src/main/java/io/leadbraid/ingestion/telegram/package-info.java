/** Updates of Telegram's Bot API, as contacts. */
@NullMarked
package io.leadbraid.ingestion.telegram;

import org.jspecify.annotations.NullMarked;
