package io.leadbraid.resolver.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.EventId;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What links, what does not, and what it costs. Letters name sources. */
class GraphTest {

    private static final Identifier PHONE = Identifier.phone("+4915112345678");
    private static final Identifier ANNA = Identifier.nickname("telegram", "anna");

    private final RememberedGraph state = new RememberedGraph();
    private final Graph graph = new Graph(GraphPolicy.DEFAULT.withCaps(3, 5));

    @Test
    void verifiedAndStatedEvidenceLinksAndMentionsDoNot() {
        add("a", PHONE, Trust.VERIFIED, 1);
        add("b", PHONE, Trust.STATED, 1);
        add("c", PHONE, Trust.MENTIONED, 1);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ab", "c");
    }

    @Test
    void aMentionThatIsStatedLaterLinks() {
        add("a", PHONE, Trust.VERIFIED, 1);
        add("c", PHONE, Trust.MENTIONED, 1);
        add("c", PHONE, Trust.STATED, 2);

        assertThat(state.profileNames()).containsExactly("ac");
    }

    @Test
    void traitsDoNotLink() {
        add("a", Trait.name("Anna"), Trust.VERIFIED, 1);
        add("b", Trait.name("Anna"), Trust.VERIFIED, 1);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void mergesAndContactsLinkOnlyAsAsserted() {
        Identifier contact = new Identifier(Identifier.Kind.CONTACT, "", "K-17");
        add("a", contact, Trust.ASSERTED, 1);
        add("b", contact, Trust.VERIFIED, 1);
        add("c", contact, Trust.ASSERTED, 1);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ac", "b");
    }

    @Test
    void aNewNumberLinksWhoWritesFromItAfterwardsInAnyOrder() {
        alias("a", PHONE, 3);
        add("b", PHONE, Trust.VERIFIED, 4);
        assertThat(state.profileNames()).containsExactly("ab");

        add("c", PHONE, Trust.VERIFIED, 2);
        assertThat(state.profileNames()).containsExactly("abc");
    }

    @Test
    void aMessageFromTheNewNumberMayComeBeforeTheNewsOfTheChange() {
        Identifier oldId = Identifier.id("whatsapp", "1");
        Identifier newId = Identifier.id("whatsapp", "2");
        add("b", newId, Trust.VERIFIED, 2);
        add("b", PHONE, Trust.VERIFIED, 2);
        add("a", oldId, Trust.VERIFIED, 3);
        add("a", Identifier.phone("+4915100000001"), Trust.VERIFIED, 3);
        alias("a", newId, 3);
        alias("a", PHONE, 3);
        add("a", oldId, Trust.VERIFIED, 2);

        assertThat(state.profileNames()).containsExactly("ab");
    }

    @Test
    void aNewNumberThatSomebodyElseHadBeforeLinksNobody() {
        add("b", PHONE, Trust.VERIFIED, 1);
        alias("a", PHONE, 3);
        add("a", PHONE, Trust.VERIFIED, 5);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "b");
        assertThat(state.refusedLinks()).containsExactly(refused("a", "b", PHONE, "alias-of-another"));
    }

    @Test
    void aNicknameThatMovedToAnotherAccountLinksNeitherOfThem() {
        account("a", "1", 1);
        account("b", "2", 9);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "b");
        assertThat(state.refusedLinks()).containsExactly(refused("a", "b", ANNA, "nickname-of-two-accounts"));
    }

    @Test
    void theSameAccountSeenByTwoOfOurBotsIsOnePerson() {
        account("a", "1", 1);
        account("b", "1", 9);

        assertThat(state.profileNames()).containsExactly("ab");
    }

    @Test
    void aStatedNicknameLeadsToItsHolderAtThatTime() {
        add("f", ANNA, Trust.STATED, 8);
        account("a", "1", 1);
        account("b", "2", 9);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "bf");
        assertThat(state.refusedLinks()).containsExactlyInAnyOrder(refused("a", "b", ANNA, "nickname-of-two-accounts"));
    }

    @Test
    void aStatedNicknameLeavesItsHolderWhenANearerOneIsFound() {
        account("a", "1", 1);
        add("f", ANNA, Trust.STATED, 8);
        assertThat(state.profileNames()).containsExactly("af");

        account("b", "2", 9);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "bf");
    }

    @Test
    void statedNicknamesLinkWhileNobodyIsKnownToHoldIt() {
        add("f", ANNA, Trust.STATED, 1);
        add("g", ANNA, Trust.STATED, 30);
        assertThat(state.profileNames()).containsExactly("fg");

        account("a", "1", 1);
        account("b", "2", 30);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("af", "bg");
    }

    @Test
    void aProfileIsNotLargerThanItMayBeAndTheStrongerLinksWin() {
        add("b", PHONE, Trust.STATED, 5);
        add("a", PHONE, Trust.STATED, 4);
        add("c", PHONE, Trust.VERIFIED, 2);
        add("d", PHONE, Trust.VERIFIED, 3);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("acd", "b");
        assertThat(state.refusedLinks()).containsExactly(refused("a", "b", PHONE, "profile-too-large"));
    }

    @Test
    void anOverSharedIdentifierLinksNothingAndWhatElseLinksStays() {
        Identifier mail = Identifier.email("anna@example.org");
        add("a", mail, Trust.VERIFIED, 1);
        add("b", mail, Trust.VERIFIED, 1);
        IntStream.range(0, 6).forEach(i -> add(String.valueOf((char) ('a' + i)), PHONE, Trust.STATED, 1));

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ab", "c", "d", "e", "f");
    }

    @Test
    void whatTooManyAccountsHoldLinksOnlyThoseWhomAPlatformKnowsByIt() {
        Graph strict = new Graph(GraphPolicy.DEFAULT.withMostAccounts(2));
        accountWithPhone(strict, "a", "1", Trust.VERIFIED);
        accountWithPhone(strict, "b", "2", Trust.VERIFIED);
        add(strict, "f", PHONE, Trust.STATED, 1);
        assertThat(state.profileNames()).containsExactly("abf");

        accountWithPhone(strict, "c", "3", Trust.STATED);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ab", "c", "f");
        assertThat(state.refusedLinks())
                .containsExactlyInAnyOrder(
                        refused("c", "c", PHONE, "over-shared"), refused("f", "f", PHONE, "over-shared"));
    }

    @Test
    void theGuardFallsWhenTwoAccountsTurnOutToBeOne() {
        Graph strict = new Graph(GraphPolicy.DEFAULT.withMostAccounts(2));
        accountWithPhone(strict, "a", "1", Trust.STATED);
        accountWithPhone(strict, "b", "2", Trust.STATED);
        accountWithPhone(strict, "c", "3", Trust.STATED);
        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "b", "c");

        add(strict, "b", Identifier.id("telegram", "1"), Trust.VERIFIED, 2);

        assertThat(state.profileNames()).containsExactly("abc");
        assertThat(state.refusedLinks()).isEmpty();
    }

    @Test
    void anAccountSeenByManyOfOurBotsIsOneAccount() {
        Graph strict = new Graph(GraphPolicy.DEFAULT.withMostAccounts(1));
        accountWithPhone(strict, "a", "1", Trust.STATED);
        accountWithPhone(strict, "b", "1", Trust.STATED);
        add(strict, "f", PHONE, Trust.STATED, 1);

        assertThat(state.profileNames()).containsExactly("abf");
    }

    @Test
    void aBlockedValueLinksOnlyThoseWhomAPlatformKnowsByIt() {
        Identifier usual = Identifier.phone("+79999999999");
        add("a", usual, Trust.VERIFIED, 1);
        add("b", usual, Trust.VERIFIED, 1);
        add("c", usual, Trust.STATED, 1);
        add("d", usual, Trust.STATED, 1);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ab", "c", "d");
        assertThat(state.refusedLinks())
                .containsExactlyInAnyOrder(refused("c", "c", usual, "blocked"), refused("d", "d", usual, "blocked"));
    }

    @Test
    void nobodyIsTwoContactsWhateverLinksThem() {
        add("a", contact("K-1"), Trust.ASSERTED, 1);
        add("b", contact("K-2"), Trust.ASSERTED, 1);
        add("a", PHONE, Trust.VERIFIED, 1);
        add("b", PHONE, Trust.VERIFIED, 1);
        add("c", PHONE, Trust.STATED, 1);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ac", "b");
        assertThat(state.refusedLinks()).containsExactly(refused("a", "b", PHONE, "different-contacts"));
    }

    @Test
    void whoSomebodyHasMergedMayBeTwoContacts() {
        Identifier merge = new Identifier(Identifier.Kind.MERGE, "", "m1");
        add("a", contact("K-1"), Trust.ASSERTED, 1);
        add("b", contact("K-2"), Trust.ASSERTED, 1);
        add("a", merge, Trust.ASSERTED, 1);
        add("b", merge, Trust.ASSERTED, 1);

        assertThat(state.profileNames()).containsExactly("ab");
    }

    @Test
    void nobodyHasTwoOfWhatAPersonHasOnceButAnyoneMayStateAnything() {
        GraphPolicy.Namespace passports = new GraphPolicy.Namespace(Identifier.Kind.KEY, "passport");
        Graph strict = new Graph(GraphPolicy.DEFAULT.with(Set.of(passports)));
        add(strict, "a", passport("1"), Trust.VERIFIED, 1);
        add(strict, "b", passport("2"), Trust.VERIFIED, 1);
        add(strict, "c", passport("3"), Trust.STATED, 1);
        List.of("a", "b", "c").forEach(source -> add(strict, source, PHONE, Trust.VERIFIED, 2));

        assertThat(state.profileNames()).containsExactlyInAnyOrder("ac", "b");
        assertThat(state.refusedLinks()).containsExactly(refused("a", "b", PHONE, "once-per-person"));
    }

    @Test
    void aRoleMailboxIsNobodysOwn() {
        Identifier info = Identifier.email("info@example.org");
        add("a", info, Trust.VERIFIED, 1);
        add("b", info, Trust.STATED, 1);

        assertThat(state.profileNames()).containsExactlyInAnyOrder("a", "b");
        assertThat(state.refusedLinks()).containsExactly(refused("a", "b", info, "role-mailbox"));
    }

    @Test
    void clearlyDifferentNamesStandAgainstWhatIsOnlyStatedAndAgainstAllWhoBelongTogether() {
        Graph strict = new Graph(GraphPolicy.DEFAULT.with(
                (one, other) -> Set.of(one, other).equals(Set.of(Set.of("Anna"), Set.of("Boris")))));
        Identifier mail = Identifier.email("b@example.org");
        add(strict, "a", Trait.name("Anna"), Trust.STATED, 1);
        add(strict, "b", Trait.name("Boris"), Trust.STATED, 1);
        add(strict, "a", PHONE, Trust.VERIFIED, 1);
        add(strict, "n", PHONE, Trust.VERIFIED, 1);
        add(strict, "n", mail, Trust.VERIFIED, 1);
        add(strict, "b", mail, Trust.STATED, 1);
        assertThat(state.profileNames()).containsExactlyInAnyOrder("an", "b");
        assertThat(state.refusedLinks()).containsExactly(refused("b", "n", mail, "different-names"));

        add(strict, "b", mail, Trust.VERIFIED, 1);

        assertThat(state.profileNames()).containsExactly("abn");
    }

    @Test
    void evidenceOnAnOverSharedIdentifierCostsTheSameHoweverManyShareIt() {
        IntStream.range(0, 10).forEach(i -> add("s" + i, PHONE, Trust.STATED, 1));
        int few = costOf("t0", PHONE);
        IntStream.range(0, 1_000).forEach(i -> add("u" + i, PHONE, Trust.STATED, 1));

        assertThat(costOf("t1", PHONE)).isEqualTo(few);
    }

    /** The figures of RATIONALE.md. */
    @Test
    void aPlainAdditionTakesFewLookUpsAndWrites() {
        assertThat(costOf("a", PHONE)).as("new source, new identifier").isEqualTo(2 + 3);
        assertThat(costOf("b", PHONE)).as("new source, known identifier").isEqualTo(3 + 2);
        assertThat(costOf("b", Identifier.email("b@example.org")))
                .as("known source, new identifier")
                .isEqualTo(3 + 2);
        assertThat(costOf("b", Trait.name("Boris"))).as("trait").isEqualTo(2 + 1);
        assertThat(costOf("b", Trait.name("Boris"))).as("nothing new").isEqualTo(2);
    }

    private static Identifier contact(String id) {
        return new Identifier(Identifier.Kind.CONTACT, "", id);
    }

    private static Identifier passport(String number) {
        return new Identifier(Identifier.Kind.KEY, "passport", number);
    }

    private int costOf(String source, Fact fact) {
        int before = state.reads + state.writes;
        add(source, fact, Trust.STATED, 1);
        return state.reads + state.writes - before;
    }

    private void account(String source, String id, int day) {
        add(source, Identifier.id("telegram", id), Trust.VERIFIED, day);
        add(source, ANNA, Trust.VERIFIED, day);
    }

    private void accountWithPhone(Graph any, String source, String id, Trust trust) {
        add(any, source, Identifier.id("telegram", id), Trust.VERIFIED, 1);
        add(any, source, PHONE, trust, 1);
    }

    private void add(String source, Fact fact, Trust trust, int day) {
        add(graph, source, fact, trust, day);
    }

    private void add(Graph any, String source, Fact fact, Trust trust, int day) {
        add(any, source, fact, trust, day, "field");
    }

    private void alias(String source, Fact fact, int day) {
        add(graph, source, fact, Trust.VERIFIED, day, Origin.ALIAS);
    }

    private void add(Graph any, String source, Fact fact, Trust trust, int day, String place) {
        Origin origin = new Origin(
                new EventId(source + day),
                LocalDate.of(2026, 11, day).atStartOfDay().toInstant(ZoneOffset.UTC),
                place);
        Held news = new Held(fact, Sightings.once(fact, trust, origin));
        state.apply(any.add(state, new SourceId(source), news));
    }

    private static RefusedLink refused(String from, String to, Identifier identifier, String rule) {
        return new RefusedLink(new SourceId(from), new SourceId(to), identifier, rule);
    }
}
