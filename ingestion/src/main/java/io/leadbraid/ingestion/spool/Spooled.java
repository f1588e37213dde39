package io.leadbraid.ingestion.spool;

/**
 * A record as it is to be written to Kafka, now or later.
 *
 * @param at its time, in milliseconds since 1970
 */
public record Spooled(String topic, byte[] key, byte[] value, long at) {}
