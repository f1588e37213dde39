package io.leadbraid.merger.consumption;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each partition has been worked off. */
final class Consumed {

    /** Before the first record: nothing has been worked off. */
    static final long NOTHING = -1;

    private final JdbcClient jdbc;

    Consumed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next offset of a partition, or {@link #NOTHING}; from now on there is a row for it. */
    long position(TopicPartition partition) {
        jdbc.sql("""
                        INSERT INTO consumed (topic, partition, next_offset)
                        VALUES (:topic, :partition, :nothing)
                        ON CONFLICT DO NOTHING
                        """)
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .param("nothing", NOTHING)
                .update();
        return jdbc.sql("SELECT next_offset FROM consumed WHERE topic = :topic AND partition = :partition")
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .query(Long.class)
                .single();
    }

    /**
     * Moves on in the open transaction, in a fixed order of partitions. Whoever was replaced while he was not looking waits
     * here for his successor and then fails, before he has done anything.
     *
     * @throws PositionMovedException when a partition is not where the caller thinks it is
     */
    void move(String topic, Map<Integer, Step> steps) {
        new TreeMap<>(steps).forEach((partition, step) -> {
            int moved = jdbc.sql("""
                            UPDATE consumed
                            SET next_offset = :to
                            WHERE topic = :topic AND partition = :partition AND next_offset = :from
                            """)
                    .param("topic", topic)
                    .param("partition", partition)
                    .param("from", step.from())
                    .param("to", step.to())
                    .update();
            if (moved == 0) {
                throw new PositionMovedException(new TopicPartition(topic, partition));
            }
        });
    }

    record Step(long from, long to) {}
}
