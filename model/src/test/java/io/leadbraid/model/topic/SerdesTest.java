package io.leadbraid.model.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.model.Channel;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Evidence;
import io.leadbraid.model.EvidenceKey;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class SerdesTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(1, 2));
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final SourceId ANNA = SourceId.of(WORKSPACE, new SourceAddress("telegram", "7", "42"));
    private static final Identifier NICKNAME = Identifier.nickname("telegram", "anna");
    private static final Sightings SEEN =
            Sightings.once(NICKNAME, Trust.VERIFIED, new Origin(new EventId("e1"), AT, "from.username"));

    @Test
    void inboundContactsComeBackAsTheyWere() {
        InboundContact contact = new InboundContact(
                InboundContact.SCHEMA,
                WORKSPACE,
                new EventId("e1"),
                ANNA,
                new Channel("telegram", "c1", "7"),
                "42",
                Direction.IN,
                AT,
                AT,
                new Message("42:1", 0, "42", Message.Kind.TEXT, "Привет 👋"),
                List.of(new Claim(NICKNAME, Trust.VERIFIED, "from.username", "Anna")),
                List.of(Trait.name("Анна")),
                Map.of("utm_source", "ig"),
                null);

        assertThat(thereAndBack(Topics.INBOUND.values(), contact)).isEqualTo(contact);
        assertThat(new String(Topics.INBOUND.values().serializer().serialize("t", contact), StandardCharsets.UTF_8))
                .contains("\"receivedAt\":\"2026-11-22T10:00:00Z\"", "\"identifier\":\"nickname:telegram=anna\"")
                .doesNotContain("contactId");
    }

    @Test
    void evidenceAndProfilesComeBackAsTheyWere() {
        Evidence evidence = new Evidence(WORKSPACE, ANNA, NICKNAME, SEEN);
        ProfileSnapshot profile = new ProfileSnapshot(
                ProfileSnapshot.SCHEMA,
                WORKSPACE,
                new ProfileId("p"),
                1,
                2,
                0,
                0,
                List.of(new ProfileSnapshot.Member(ANNA, List.of(new ProfileSnapshot.Held(NICKNAME, SEEN)))),
                List.of(new ProfileSnapshot.RefusedLink(ANNA, ANNA, NICKNAME, "size")));

        assertThat(thereAndBack(Topics.EVIDENCE.values(), evidence)).isEqualTo(evidence);
        assertThat(thereAndBack(Topics.EVIDENCE.keys(), evidence.key())).isEqualTo(evidence.key());
        assertThat(thereAndBack(Topics.PROFILES.values(), profile)).isEqualTo(profile);
        assertThat(thereAndBack(Topics.PROFILES.keys(), profile.key())).isEqualTo(profile.key());
    }

    @Test
    void decisionsOfEveryKindComeBackAsTheyWere() {
        SourceId boris = SourceId.of(WORKSPACE, new SourceAddress("telegram", "7", "43"));
        List<Ruling> rulings = List.of(
                new Ruling.Assertion(Set.of(ANNA), NICKNAME),
                new Ruling.Retraction(Set.of(ANNA, boris), Trait.name("Anna")),
                new Ruling.Separation(List.of(Set.of(ANNA), Set.of(boris))),
                new Ruling.KeepApart(Set.of(ANNA, boris)),
                new Ruling.SharedIdentifier(NICKNAME));

        assertThat(rulings).allSatisfy(ruling -> {
            Decision decision =
                    new Decision(Decision.SCHEMA, WORKSPACE, new DecisionId("d/1"), 7, List.of(3L), false, AT, ruling);
            assertThat(thereAndBack(Topics.DECISIONS.values(), decision)).isEqualTo(decision);
            assertThat(thereAndBack(Topics.DECISIONS.keys(), decision.key())).isEqualTo(decision.key());
        });
        assertThat(rulings.get(2).named()).containsExactlyInAnyOrder(ANNA, boris);
    }

    @Test
    void keysSurviveSlashesInTheirFact() {
        EvidenceKey key = new EvidenceKey(WORKSPACE, ANNA, Identifier.id("viber", "a/b/c"));

        assertThat(EvidenceKey.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void aMalformedValueIsNamedWithoutItsContent() {
        byte[] rubbish = "{\"phone\": \"+49151\"".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Topics.INBOUND.values().deserializer().deserialize("leadbraid.inbound", rubbish))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("leadbraid.inbound")
                .hasMessageNotContaining("49151");
    }

    @Test
    void aWorkspaceHasOnePartitionWhateverTheKey() {
        ByWorkspace<EvidenceKey, Evidence> partitioner = new ByWorkspace<>();
        EvidenceKey other = new EvidenceKey(WORKSPACE, new SourceId("other"), Trait.name("x"));
        EvidenceKey key = new EvidenceKey(WORKSPACE, ANNA, NICKNAME);
        Evidence value = new Evidence(WORKSPACE, ANNA, NICKNAME, SEEN);

        assertThat(partitioner.partitions("t", key, value, 12))
                .isEqualTo(partitioner.partitions("t", other, value, 12));
        assertThat(partitioner.partitions("t", key, value, 12).orElseThrow())
                .containsExactly(ByWorkspace.partition(WORKSPACE, 12));
    }

    private static <T> T thereAndBack(Serde<T> serde, T value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }
}
