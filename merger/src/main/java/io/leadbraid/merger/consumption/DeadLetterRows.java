package io.leadbraid.merger.consumption;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.access.Workspaces;
import io.leadbraid.model.Digest;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/** Sets records aside, with where they came from and what was wrong. */
final class DeadLetterRows {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRows.class);

    /** The workspace that each installation begins with answers for what belongs to nobody known. */
    private static final WorkspaceId NOBODYS = Workspaces.idOf("default");

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    DeadLetterRows(WorkspaceTransactions transactions, JdbcClient jdbc, MeterRegistry meters) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.meters = meters;
    }

    /** In the open transaction. A record that is already there stays as it is. */
    void store(ConsumerRecord<byte[], byte[]> record, String error) {
        String partition = Integer.toString(record.partition());
        String id = Digest.of("dead-letter", record.topic(), partition, Long.toString(record.offset()));
        WorkspaceId workspace = enterWorkspaceOf(record.value());
        jdbc.sql("""
                        INSERT INTO dead_letter (workspace, id, topic, partition, record_offset, error, key, value)
                        VALUES (:workspace, :id, :topic, :partition, :offset, :error, :key, :value)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("error", error)
                .param("key", record.key())
                .param("value", record.value())
                .update();
        meters.counter("leadbraid.dead.letters", "topic", record.topic()).increment();
        LOG.atWarn().addKeyValue("deadLetter", id).addKeyValue("error", error).log("record set aside");
    }

    private WorkspaceId enterWorkspaceOf(byte @Nullable [] value) {
        Optional<WorkspaceId> named = workspaceIn(value).filter(this::exists);
        WorkspaceId workspace = named.orElse(NOBODYS);
        transactions.enter(workspace);
        return workspace;
    }

    private boolean exists(WorkspaceId workspace) {
        transactions.enter(workspace);
        return jdbc.sql("SELECT EXISTS (SELECT FROM workspace)")
                .query(Boolean.class)
                .single();
    }

    private static Optional<WorkspaceId> workspaceIn(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(WorkspaceId.parse(
                    Json.MAPPER.readTree(value).path("workspace").asString("")));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
