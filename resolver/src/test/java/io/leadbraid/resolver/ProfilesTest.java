package io.leadbraid.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.DecisionKey;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Evidence;
import io.leadbraid.model.EvidenceKey;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.resolver.graph.GraphPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {

    private static final WorkspaceId OURS = new WorkspaceId(new UUID(0, 1));
    private static final WorkspaceId THEIRS = new WorkspaceId(new UUID(0, 2));
    private static final SourceId ANNA_ON_TELEGRAM = new SourceId("a1");
    private static final SourceId ANNA_ON_FORM = new SourceId("a2");
    private static final SourceId BORIS_ON_FORM = new SourceId("b1");
    private static final SourceId VERA_ON_FORM = new SourceId("v1");
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Identifier PHONE = Identifier.phone("+4915112345678");

    private Driven graph;
    private TestInputTopic<EvidenceKey, Evidence> evidence;
    private TestInputTopic<DecisionKey, Decision> decisions;
    private TestOutputTopic<ProfileKey, ProfileSnapshot> profiles;

    @BeforeEach
    void start(@TempDir Path state) {
        graph = new Driven(ResolverTopology.graph(GraphPolicy.DEFAULT.withCaps(2, 2), 7), state);
        evidence = graph.into(Topics.EVIDENCE);
        decisions = graph.into(Topics.DECISIONS);
        profiles = graph.outOf(Topics.PROFILES);
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void sourcesThatShareAPhoneAreOneProfileAndTheOtherCeases() {
        twice(OURS, ANNA_ON_TELEGRAM, PHONE, Trust.VERIFIED);
        twice(OURS, ANNA_ON_FORM, Trait.name("Anna"), Trust.STATED);
        profiles.readKeyValuesToList();

        twice(OURS, ANNA_ON_FORM, PHONE, Trust.STATED);

        List<KeyValue<ProfileKey, ProfileSnapshot>> told = profiles.readKeyValuesToList();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().value.members())
                .extracting(Member::source)
                .containsExactly(ANNA_ON_TELEGRAM, ANNA_ON_FORM);
        assertThat(told.getFirst().value.members().getLast().evidence())
                .extracting(ProfileSnapshot.Held::fact)
                .containsExactly(PHONE, Trait.name("Anna"));
        assertThat(told.getLast().key.profile().value()).isEqualTo("a2");
        assertThat(told.getLast().value).isNull();
    }

    @Test
    void versionsCountUpByWorkspaceWithinTheEpoch() {
        twice(OURS, ANNA_ON_TELEGRAM, PHONE, Trust.VERIFIED);
        twice(THEIRS, ANNA_ON_TELEGRAM, PHONE, Trust.VERIFIED);
        twice(OURS, BORIS_ON_FORM, Trait.name("Boris"), Trust.STATED);

        assertThat(profiles.readValuesToList())
                .extracting(ProfileSnapshot::workspace, ProfileSnapshot::epoch, ProfileSnapshot::version)
                .containsExactly(tuple(OURS, 7L, 1L), tuple(THEIRS, 7L, 1L), tuple(OURS, 7L, 2L));
    }

    @Test
    void workspacesDoNotMeet() {
        twice(OURS, ANNA_ON_TELEGRAM, PHONE, Trust.VERIFIED);
        twice(THEIRS, ANNA_ON_FORM, PHONE, Trust.VERIFIED);

        assertThat(profiles.readValuesToList())
                .allSatisfy(snapshot -> assertThat(snapshot.members()).hasSize(1));
    }

    @Test
    void anIdentifierThatTooManyShareLetsGoOfThoseItHeld() {
        twice(OURS, ANNA_ON_TELEGRAM, PHONE, Trust.VERIFIED);
        twice(OURS, ANNA_ON_FORM, PHONE, Trust.STATED);
        profiles.readKeyValuesToList();

        twice(OURS, BORIS_ON_FORM, PHONE, Trust.STATED);

        assertThat(profiles.readValuesToList()).hasSize(3).allSatisfy(snapshot -> {
            SourceId only = snapshot.members().getFirst().source();
            assertThat(snapshot.members()).hasSize(1);
            assertThat(snapshot.refused()).containsExactly(new RefusedLink(only, only, PHONE, "over-shared"));
        });
    }

    @Test
    void whoeverComesToAnOverSharedIdentifierStaysAlone() {
        twice(OURS, ANNA_ON_TELEGRAM, PHONE, Trust.VERIFIED);
        twice(OURS, ANNA_ON_FORM, PHONE, Trust.STATED);
        twice(OURS, BORIS_ON_FORM, PHONE, Trust.STATED);
        profiles.readKeyValuesToList();

        twice(OURS, VERA_ON_FORM, PHONE, Trust.STATED);

        assertThat(profiles.readValuesToList()).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.members()).extracting(Member::source).containsExactly(VERA_ON_FORM);
            assertThat(snapshot.refused())
                    .containsExactly(new RefusedLink(VERA_ON_FORM, VERA_ON_FORM, PHONE, "over-shared"));
        });
    }

    @Test
    void whatIsDecidedComesIntoTheProfilesAndTheyTellUpToWhichDecision() {
        twice(OURS, ANNA_ON_TELEGRAM, PHONE, Trust.VERIFIED);
        twice(OURS, BORIS_ON_FORM, Trait.name("Boris"), Trust.STATED);
        profiles.readKeyValuesToList();
        Identifier merge = new Identifier(Identifier.Kind.MERGE, "", "m1");

        decide("merge", 1, new Ruling.Assertion(Set.of(ANNA_ON_TELEGRAM, BORIS_ON_FORM), merge));

        assertThat(profiles.readValuesToList().getFirst()).satisfies(snapshot -> {
            assertThat(snapshot.members()).extracting(Member::source).containsExactly(ANNA_ON_TELEGRAM, BORIS_ON_FORM);
            assertThat(snapshot.decision()).isEqualTo(1);
        });
        twice(OURS, ANNA_ON_TELEGRAM, Trait.name("Anna"), Trust.STATED);
        assertThat(profiles.readValuesToList())
                .extracting(ProfileSnapshot::decision)
                .containsExactly(1L);
    }

    @Test
    void whoWaitsForADecisionBeyondAGapIsToldWhenTheGapHasClosed() {
        twice(OURS, ANNA_ON_TELEGRAM, PHONE, Trust.VERIFIED);
        twice(OURS, BORIS_ON_FORM, Trait.name("Boris"), Trust.STATED);
        profiles.readKeyValuesToList();

        decide("later", 3, new Ruling.KeepApart(Set.of(BORIS_ON_FORM)));
        assertThat(profiles.readValuesToList())
                .extracting(ProfileSnapshot::decision)
                .containsOnly(0L);

        Decision replacing = new Decision(
                Decision.SCHEMA,
                OURS,
                new DecisionId("earlier"),
                2,
                List.of(1L),
                false,
                NOW,
                new Ruling.KeepApart(Set.of(ANNA_ON_TELEGRAM)));
        decisions.pipeInput(replacing.key(), replacing);

        assertThat(profiles.readKeyValuesToList())
                .extracting(told -> told.key.profile().value(), told -> told.value.decision())
                .containsExactly(tuple("a1", 3L), tuple("b1", 3L));
    }

    private void decide(String id, long seq, Ruling ruling) {
        Decision decision = new Decision(Decision.SCHEMA, OURS, new DecisionId(id), seq, List.of(), true, NOW, ruling);
        decisions.pipeInput(decision.key(), decision);
        decisions.pipeInput(decision.key(), decision);
    }

    private void twice(WorkspaceId workspace, SourceId source, Fact fact, Trust trust) {
        Origin origin = new Origin(new EventId("e"), NOW, "field");
        Evidence news = new Evidence(workspace, source, fact, Sightings.once(fact, trust, origin));
        evidence.pipeInput(news.key(), news);
        evidence.pipeInput(news.key(), news);
    }
}
