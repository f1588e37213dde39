package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.Posting;
import tools.jackson.databind.JsonNode;

/**
 * An update as Telegram posted it.
 *
 * @param id tells a repeat. It grows, but begins anywhere after a silent week, so it tells no order
 * @param kind the name of its one field
 * @param body what stands in that field
 */
record Update(Posting posting, long id, String kind, JsonNode body) {}
