package io.leadbraid.ingestion.quarantine;

import io.leadbraid.model.Quarantined;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/** Moves payloads from the topic into the table, where people find them. */
final class QuarantineKeeper implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineKeeper.class);

    private final QuarantineRows rows;

    QuarantineKeeper(QuarantineRows rows) {
        this.rows = rows;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<WorkspaceId, List<Quarantined>> byWorkspace = records.stream()
                .flatMap(record -> read(record).stream())
                .collect(Collectors.groupingBy(Quarantined::workspace));
        byWorkspace.forEach(rows::add);
    }

    /** Only this product writes the topic; a record that is none of it stays there, and must not hold up the others. */
    private static Optional<Quarantined> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(
                    Topics.QUARANTINE.values().deserializer().deserialize(record.topic(), record.value()));
        } catch (SerializationException foreign) {
            LOG.atError()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("record of the quarantine is not ours");
            return Optional.empty();
        }
    }
}
