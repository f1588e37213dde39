package io.leadbraid.ingestion.intake;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where records go. All go the same way. */
sealed interface Way {

    /**
     * To Kafka. What is in the spool meanwhile was given to the line as well, and leaves the spool when Kafka acknowledges it.
     *
     * @param kept the records in the spool, in its order
     */
    record Direct(Line line, Queue<Write> kept) implements Way {

        static Direct on(Line line) {
            return new Direct(line, new ConcurrentLinkedQueue<>());
        }
    }

    /** Into the spool, behind all that is there. */
    record Spooling() implements Way {}
}
