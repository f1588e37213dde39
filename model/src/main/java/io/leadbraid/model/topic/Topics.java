package io.leadbraid.model.topic;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionKey;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Evidence;
import io.leadbraid.model.EvidenceKey;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.Quarantined;
import io.leadbraid.model.SourceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;

/** The topics of Leadbraid. {@link #INBOUND} and {@link #LEADS} are public; the others may change. */
public final class Topics {

    /** Bytes of the largest record that a table takes; a profile or lead of the largest size stays well below. */
    public static final int LARGEST_RECORD = 8 << 20;

    private static final Map<String, String> LOG = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            millis(Duration.ofDays(30)));

    /** A personal value must be gone from a compacted log within 30 days of its erasure. */
    private static final Map<String, String> TABLE = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(Duration.ofDays(7)),
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_RECORD),
            TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(64 << 20));

    /** Every contact that came in. Only ingestion writes it. Key and partition: the source. */
    public static final Topic<SourceId, InboundContact> INBOUND =
            new Topic<>("leadbraid.inbound", new KeySerde<>(SourceId::new), new JsonSerde<>(InboundContact.class), LOG);

    /** Payloads that nobody could read, kept for an admin. */
    public static final Topic<EventId, Quarantined> QUARANTINE =
            new Topic<>("leadbraid.quarantine", new KeySerde<>(EventId::new), new JsonSerde<>(Quarantined.class), LOG);

    /**
     * Records that a consumer can never digest, as they were, with their coordinates in the headers of {@link DeadLetter}.
     */
    public static final Topic<byte[], byte[]> DEAD_LETTERS =
            new Topic<>("leadbraid.dead-letters", Serdes.ByteArray(), Serdes.ByteArray(), LOG);

    /** What is known of each fact at each source. Partitioned {@link ByWorkspace}. */
    public static final Topic<EvidenceKey, Evidence> EVIDENCE = new Topic<>(
            "leadbraid.evidence", new KeySerde<>(EvidenceKey::parse), new JsonSerde<>(Evidence.class), TABLE);

    /** What people decided: registers that name sources, never leads. Partitioned {@link ByWorkspace}. */
    public static final Topic<DecisionKey, Decision> DECISIONS = new Topic<>(
            "leadbraid.decisions", new KeySerde<>(DecisionKey::parse), new JsonSerde<>(Decision.class), TABLE);

    /** Who is one person, as far as known. Partitioned {@link ByWorkspace}. */
    public static final Topic<ProfileKey, ProfileSnapshot> PROFILES = new Topic<>(
            "leadbraid.profiles", new KeySerde<>(ProfileKey::parse), new JsonSerde<>(ProfileSnapshot.class), TABLE);

    /** Each lead after each change. Key and partition: the lead. */
    public static final Topic<LeadId, Lead> LEADS =
            new Topic<>("leadbraid.leads", new KeySerde<>(LeadId::new), new JsonSerde<>(Lead.class), TABLE);

    public static final List<Topic<?, ?>> ALL =
            List.of(INBOUND, QUARANTINE, DEAD_LETTERS, EVIDENCE, DECISIONS, PROFILES, LEADS);

    private Topics() {}

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
