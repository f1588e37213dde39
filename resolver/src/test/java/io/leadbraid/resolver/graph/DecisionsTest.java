package io.leadbraid.resolver.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Identifier.Kind;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people decide joins and parts. Letters name sources. */
class DecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T00:00:00Z");
    private static final Identifier PHONE = Identifier.phone("+4915112345678");
    private static final Identifier MAIL = Identifier.email("anna@example.org");
    private static final Identifier MERGE = new Identifier(Kind.MERGE, "", "m1");

    private final RememberedGraph state = new RememberedGraph();
    private final Graph graph = new Graph(GraphPolicy.DEFAULT.withCaps(4, 5));
    private long seq;

    @Test
    void whatIsAssertedOfManyJoinsThemUntilItIsSwitchedOff() {
        add("a", MAIL);
        add("b", PHONE);
        Ruling merge = new Ruling.Assertion(sources("a", "b", "c"), MERGE);

        decide("merge", true, merge);
        assertThat(state.profileNames()).containsExactly("abc");

        decide("merge", false, merge);
        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whatIsRetractedPartsThoseWhoHadNothingElseUntilItIsSwitchedOff() {
        add("a", PHONE);
        add("b", PHONE);
        add("b", MAIL);
        add("c", MAIL);
        Ruling notHis = new Ruling.Retraction(sources("b"), PHONE);

        decide("not-his", true, notHis);
        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "bc");

        add("b", PHONE);
        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "bc");

        decide("not-his", false, notHis);
        assertThat(state.profileNames()).containsExactly("abc");
    }

    @Test
    void whatSomebodyAssertsStandsAgainstWhatIsRetracted() {
        add("a", PHONE);
        decide("not-his", true, new Ruling.Retraction(sources("a"), PHONE));
        decide("his", true, new Ruling.Assertion(sources("a"), PHONE));
        add("b", PHONE);

        assertThat(state.profileNames()).containsExactly("ab");
    }

    @Test
    void separatedSourcesStayApartWhateverLinksThemAndWhoeverStandsBetween() {
        decide("apart", true, new Ruling.Separation(List.of(sources("a"), sources("c"))));
        add("a", PHONE);
        add("b", PHONE);
        add("b", MAIL);
        add("c", MAIL);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ab", "c");
        assertThat(state.refusedLinks()).containsExactly(refused("b", "c", MAIL, "separated"));
    }

    @Test
    void theSourcesOfOneGroupAreNotSeparatedAndOthersNeither() {
        List.of("a", "b", "c", "d").forEach(source -> add(source, PHONE));

        decide("apart", true, new Ruling.Separation(List.of(sources("a", "b"), sources("c"))));

        assertThat(state.profileNames()).containsExactlyInAnyOrder("abd", "c");
    }

    @Test
    void aLiftedSeparationLetsThemComeTogetherAndAnEarlierTurnThatComesLateChangesNothing() {
        Ruling.Separation apart = new Ruling.Separation(List.of(sources("a"), sources("b")));
        add("a", PHONE);
        add("b", PHONE);
        tell(decision("apart", 2, false, apart));
        tell(decision("apart", 1, true, apart));

        assertThat(state.profileNames()).containsExactly("ab");
    }

    @Test
    void aDeadIdentifierLinksAgainWhenFewEnoughHoldIt() {
        List<String> many = List.of("a", "b", "c", "d", "e", "f");
        many.forEach(source -> add(source, PHONE));
        assertThat(state.profileNames()).hasSize(6);

        decide("not-theirs", true, new Ruling.Retraction(sources("c", "d", "e"), PHONE));

        assertThat(state.profileNames()).containsExactlyInAnyOrder("abf", "c", "d", "e");
        assertThat(state.refusedLinks()).isEmpty();
    }

    @Test
    void aSharedIdentifierThatWasDeadIsStillShared() {
        decide("shared", true, new Ruling.SharedIdentifier(PHONE));
        List.of("a", "b").forEach(source -> add(source, PHONE, Trust.VERIFIED));
        List.of("c", "d", "e", "f").forEach(source -> add(source, PHONE));
        assertThat(state.profileNames()).hasSize(6);

        decide("not-theirs", true, new Ruling.Retraction(sources("e", "f"), PHONE));

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ab", "c", "d", "e", "f");
        assertThat(state.refusedLinks())
                .containsExactlyInAnyOrder(refused("c", "c", PHONE, "shared"), refused("d", "d", PHONE, "shared"));
    }

    @Test
    void retractingADeadIdentifierCostsTheSameHoweverManyHoldIt() {
        IntStream.range(0, 10).forEach(i -> add("s" + i, PHONE));
        int few = costOf("s1");
        IntStream.range(0, 1_000).forEach(i -> add("t" + i, PHONE));

        assertThat(costOf("s2")).isEqualTo(few);
    }

    @Test
    void aSharedIdentifierLinksOnlyThoseWhomAPlatformKnowsByItUntilItIsSwitchedOff() {
        add("a", PHONE, Trust.VERIFIED);
        add("b", PHONE, Trust.VERIFIED);
        add("c", PHONE, Trust.STATED);
        Ruling shared = new Ruling.SharedIdentifier(PHONE);

        decide("shared", true, shared);
        assertThat(state.profileNames()).containsExactlyInAnyOrder("ab", "c");
        assertThat(state.refusedLinks()).containsExactly(refused("c", "c", PHONE, "shared"));

        decide("shared", false, shared);
        assertThat(state.profileNames()).containsExactly("abc");
    }

    @Test
    void whoIsNamedInADecisionIsToldEvenIfNothingChanges() {
        add("a", PHONE);
        add("b", MAIL);

        Change change =
                graph.apply(state, decision("two-inquiries", 1, true, new Ruling.KeepApart(sources("a", "nobody"))));

        assertThat(change.profiles())
                .extracting(profile -> profile.id().value())
                .containsExactly("a");
        assertThat(change.ceased()).isEmpty();
    }

    private int costOf(String source) {
        int before = state.reads + state.writes;
        decide("not-of-" + source, true, new Ruling.Retraction(sources(source), PHONE));
        return state.reads + state.writes - before;
    }

    private void add(String source, Identifier identifier) {
        add(source, identifier, Trust.STATED);
    }

    private void add(String source, Identifier identifier, Trust trust) {
        Origin origin = new Origin(new EventId("e" + source), NOW, "field");
        state.apply(graph.add(
                state, new SourceId(source), new Held(identifier, Sightings.once(identifier, trust, origin))));
    }

    private void decide(String id, boolean on, Ruling ruling) {
        seq++;
        tell(decision(id, seq, on, ruling));
        tell(decision(id, seq, on, ruling));
    }

    private void tell(Decision decision) {
        state.apply(graph.apply(state, decision));
    }

    private static Decision decision(String id, long seq, boolean on, Ruling ruling) {
        return new Decision(
                Decision.SCHEMA, new WorkspaceId(new UUID(0, 1)), new DecisionId(id), seq, List.of(), on, NOW, ruling);
    }

    private static Set<SourceId> sources(String... ids) {
        return Arrays.stream(ids).map(SourceId::new).collect(Collectors.toSet());
    }

    private static RefusedLink refused(String from, String to, Identifier identifier, String rule) {
        return new RefusedLink(new SourceId(from), new SourceId(to), identifier, rule);
    }
}
