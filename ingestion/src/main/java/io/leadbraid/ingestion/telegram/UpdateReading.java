package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.Reading;

/** Reads updates of one kind. */
interface UpdateReading {

    Reading read(Update update);
}
