package io.leadbraid.merger.consumption;

import org.apache.kafka.common.TopicPartition;

/**
 * Somebody else has worked on this partition, or the database was set back to an earlier state: the stored position is what
 * counts.
 */
final class PositionMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PositionMovedException(TopicPartition partition) {
        super("the position of " + partition + " is not where this consumer left it");
    }
}
