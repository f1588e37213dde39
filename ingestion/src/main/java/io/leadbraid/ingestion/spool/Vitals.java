package io.leadbraid.ingestion.spool;

import java.time.Instant;
import java.util.Optional;

/**
 * How a spool is.
 *
 * @param records that wait for Kafka
 * @param bytes on the disk
 * @param oldest about when the oldest record that waits came in
 * @param trouble why the last record was not taken; empty when it was
 * @param drained records that have gone to Kafka since the start
 * @param failures how often the disk failed to make records durable
 */
public record Vitals(
        long records, long bytes, Optional<Instant> oldest, Optional<String> trouble, long drained, long failures) {}
