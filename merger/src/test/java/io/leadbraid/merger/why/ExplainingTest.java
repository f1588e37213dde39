package io.leadbraid.merger.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainingTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId(UUID.randomUUID());
    private static final Instant FRIDAY = Instant.parse("2026-11-20T23:59:59Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-21T00:00:00Z");
    private static final Identifier PHONE = Identifier.phone("+4917612345678");
    private static final Identifier EMAIL = Identifier.email("anna@example.org");

    private static final SourceId TELEGRAM = new SourceId("telegram-7001");
    private static final SourceId FORM = new SourceId("form-1");
    private static final SourceId WHATSAPP = new SourceId("whatsapp-49176");
    private static final SourceId BOT = new SourceId("viber-1");
    private static final SourceId CUSTOMER = new SourceId("customer-4711");

    private static final Map<SourceId, Card> CARDS = Map.of(
            TELEGRAM,
            new Card("telegram", "Anna", "anna_k", null),
            FORM,
            new Card("form", "Anna Schmidt", null, null),
            WHATSAPP,
            new Card("whatsapp", null, null, "+4917612345678"),
            BOT,
            new Card("viber", null, "ann", null));

    private final Member annaOnTelegram = member(TELEGRAM, held(PHONE, Trust.VERIFIED, FRIDAY, "m1", "contact"));
    private final Member annaOnForm = member(
            FORM,
            held(PHONE, Trust.STATED, SATURDAY, "f1", "field:phone"),
            held(EMAIL, Trust.STATED, SATURDAY, "f1", "field:email"));
    private final Member annaOnBot = member(BOT, held(EMAIL, Trust.STATED, SATURDAY, "b1", "email"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH|Telegram (Anna) and Web form (Anna Schmidt) share the phone number +4917612345678 (typed by the client,"
                        + " known of both since November 21, 2026).",
                "GERMAN|Telegram (Anna) und Webformular (Anna Schmidt) haben die Telefonnummer +4917612345678 gemeinsam (vom"
                        + " Kunden eingegeben, bei beiden bekannt seit dem 21. November 2026).",
                "RUSSIAN|Telegram (Anna) и Веб-форма (Anna Schmidt): общий признак — номер телефона +4917612345678 (указано"
                        + " клиентом, известно у обоих с 21 ноября 2026).",
                "CHINESE|Telegram（Anna）与网页表单（Anna Schmidt）有相同的电话号码+4917612345678（由客户填写，双方自2026年11月21日起均已知）。"
            })
    void aStepIsSaidInTheReadersLanguage(Language language, String sentence) {
        Comparison asked = between(Set.of(TELEGRAM), Set.of(FORM), profile("p", annaOnTelegram, annaOnForm));

        assertThat(Explaining.explain(asked, language).sentence()).isEqualTo(sentence);
    }

    @Test
    void aStepTellsTheValueAndTheSightingThatMadeTheLink() {
        Why why = explain(between(Set.of(TELEGRAM), Set.of(FORM), profile("p", annaOnTelegram, annaOnForm)));

        assertThat(why.linked()).isTrue();
        assertThat(why.blockedBy()).isNull();
        assertThat(why.steps())
                .containsExactly(new Step(
                        TELEGRAM,
                        FORM,
                        new Shared("phone", "", "+4917612345678"),
                        Trust.STATED,
                        new Step.Origin(FORM, "form", new EventId("f1"), "field:phone"),
                        SATURDAY));
    }

    @Test
    void aChainIsToldFromOursToTheirs() {
        Why why = explain(between(Set.of(BOT), Set.of(TELEGRAM), profile("p", annaOnTelegram, annaOnForm, annaOnBot)));

        assertThat(why.steps()).extracting(Step::from).containsExactly(BOT, FORM);
        assertThat(why.steps()).extracting(Step::to).containsExactly(FORM, TELEGRAM);
        assertThat(why.sentence())
                .startsWith("viber (@ann) and Web form (Anna Schmidt) share the e-mail address anna@example.org (")
                .contains("). Web form (Anna Schmidt) and Telegram (Anna) share the phone number +4917612345678 (");
    }

    @Test
    void aWholeLeadIsExplainedByTheLinksThatJoinItsSources() {
        Why why = explain(
                onOneLead(Set.of(TELEGRAM, FORM, BOT), Set.of(), profile("p", annaOnTelegram, annaOnForm, annaOnBot)));

        assertThat(why.linked()).isTrue();
        assertThat(why.steps()).extracting(Step::identifier).containsExactly(Shared.of(PHONE), Shared.of(EMAIL));
    }

    @Test
    void aLongExplanationSaysHowMuchItLeavesOut() {
        List<Member> members = IntStream.range(0, 30)
                .mapToObj(i -> member(new SourceId("s" + i), held(PHONE, Trust.STATED, FRIDAY, "e" + i, "text")))
                .toList();
        Set<SourceId> sources = members.stream().map(Member::source).collect(Collectors.toSet());

        Why why = explain(onOneLead(sources, Set.of(), profile("p", members.toArray(Member[]::new))));

        assertThat(why.steps()).hasSize(29);
        assertThat(why.sentence()).endsWith(" There are 19 more links.");
    }

    @Test
    void aRefusedLinkNamesItsRule() {
        RefusedLink separated = new RefusedLink(FORM, TELEGRAM, PHONE, "separated");
        Comparison asked = between(
                Set.of(TELEGRAM),
                Set.of(FORM),
                refusing(profile("p", annaOnTelegram), separated),
                refusing(profile("q", annaOnForm), separated));

        Why why = explain(asked);

        assertThat(why.linked()).isFalse();
        assertThat(why.steps()).isEmpty();
        assertThat(why.blockedBy()).isEqualTo("separated");
        assertThat(why.sentence())
                .isEqualTo(
                        "Telegram (Anna) and Web form (Anna Schmidt) share the phone number +4917612345678 (typed by the"
                                + " client, known of both since November 21, 2026), but somebody has decided that they are different"
                                + " people.");
    }

    @Test
    void aRuleWithoutWordsIsCalledByItsName() {
        Comparison asked = between(
                Set.of(TELEGRAM),
                Set.of(FORM),
                refusing(profile("p", annaOnTelegram), new RefusedLink(FORM, TELEGRAM, PHONE, "too-late")),
                profile("q", annaOnForm));

        assertThat(explain(asked).sentence()).endsWith(", but the rule too-late stands against it.");
    }

    @Test
    void theLinkBetweenTheTwoThemselvesIsNamedBeforeAStrongerOneOfTheirProfiles() {
        Identifier key = new Identifier(Identifier.Kind.KEY, "passport", "1");
        Member whatsapp = member(WHATSAPP, held(key, Trust.VERIFIED, FRIDAY, "w", "key"));
        Member bot = member(BOT, held(key, Trust.VERIFIED, FRIDAY, "b", "key"));
        RefusedLink stronger = new RefusedLink(BOT, WHATSAPP, key, "different-contacts");
        RefusedLink direct = new RefusedLink(FORM, TELEGRAM, PHONE, "different-names");
        ProfileSnapshot ours = profile("p", annaOnTelegram, whatsapp);
        ProfileSnapshot theirs = profile("q", annaOnForm, bot);

        assertThat(explain(between(Set.of(TELEGRAM), Set.of(FORM), refusing(ours, stronger, direct), theirs))
                        .blockedBy())
                .isEqualTo("different-names");
        assertThat(explain(between(Set.of(TELEGRAM), Set.of(FORM), refusing(ours, stronger), theirs))
                        .blockedBy())
                .isEqualTo("different-contacts");
    }

    @Test
    void aValueThatLinksNobodyIsNamedFromEitherSide() {
        RefusedLink blocked = new RefusedLink(FORM, FORM, PHONE, "blocked");
        ProfileSnapshot ours = profile("p", annaOnTelegram);
        ProfileSnapshot theirs = refusing(profile("q", annaOnForm), blocked);

        for (Comparison asked : List.of(
                between(Set.of(TELEGRAM), Set.of(FORM), ours, theirs),
                between(Set.of(FORM), Set.of(TELEGRAM), ours, theirs))) {
            Why why = explain(asked);
            assertThat(why.linked()).isFalse();
            assertThat(why.blockedBy()).isEqualTo("blocked");
            assertThat(why.sentence()).contains("+4917612345678").endsWith("type it in place of their own.");
        }
    }

    @Test
    void whereNothingIsSharedItSaysSo() {
        Why why =
                explain(between(Set.of(TELEGRAM), Set.of(BOT), profile("p", annaOnTelegram), profile("q", annaOnBot)));

        assertThat(why.linked()).isFalse();
        assertThat(why.blockedBy()).isNull();
        assertThat(why.sentence()).isEqualTo("Nothing is known that Telegram (Anna) and viber (@ann) share.");
    }

    @Test
    void linkedLeadsThatWaitForAnAnswerSayForWhich() {
        Comparison asked = new Comparison(
                Set.of(TELEGRAM),
                Set.of(FORM),
                false,
                List.of(profile("p", annaOnTelegram, annaOnForm)),
                CARDS,
                List.of(),
                Optional.of(new WaitingRequest("r1", "system-may-not-merge")),
                Optional.empty());

        Why why = explain(asked);

        assertThat(why.linked()).isTrue();
        assertThat(why.blockedBy()).isEqualTo("system-may-not-merge");
        assertThat(why.sentence())
                .endsWith(
                        " The leads wait for an answer to merge request r1: the system may not merge leads by itself.");
    }

    @Test
    void whatNoLinkExplainsTheMergeDoesThatBroughtThemTogether() {
        PastMerge later = new PastMerge(Optional.of("olga"), SATURDAY, Set.of(TELEGRAM, FORM));
        PastMerge together = new PastMerge(Optional.of("pavel"), SATURDAY, Set.of(FORM));
        PastMerge earlier = new PastMerge(Optional.empty(), FRIDAY, Set.of(TELEGRAM));
        ProfileSnapshot ours = profile("p", annaOnTelegram);
        ProfileSnapshot theirs = profile("q", annaOnBot, annaOnForm);

        Why one = explain(new Comparison(
                Set.of(TELEGRAM),
                Set.of(FORM),
                true,
                List.of(ours),
                CARDS,
                List.of(later, together, earlier),
                Optional.empty(),
                Optional.empty()));
        Why all = explain(new Comparison(
                Set.of(TELEGRAM, FORM, BOT),
                Set.of(),
                true,
                List.of(ours, theirs),
                CARDS,
                List.of(later, earlier),
                Optional.empty(),
                Optional.empty()));

        assertThat(one.linked()).isFalse();
        assertThat(one.sentence())
                .isEqualTo("Nothing is known that Telegram (Anna) and Web form (Anna Schmidt) share."
                        + " pavel merged their leads on November 21, 2026.");
        assertThat(all.linked()).isFalse();
        assertThat(all.steps()).extracting(Step::identifier).containsExactly(Shared.of(EMAIL));
        assertThat(all.sentence()).contains("Nothing is known that").contains("Telegram (Anna)");
    }

    @Test
    void aLeadIsNotSaidToWaitForSourcesThatAreLinked() {
        Optional<WaitingRequest> split = Optional.of(new WaitingRequest("r1", "split"));
        List<ProfileSnapshot> profiles = List.of(profile("p", annaOnTelegram, annaOnForm), profile("q", annaOnBot));

        Why linked = explain(new Comparison(
                Set.of(TELEGRAM, BOT), Set.of(FORM), true, profiles, CARDS, List.of(), split, Optional.empty()));
        Why apart = explain(new Comparison(
                Set.of(TELEGRAM, FORM), Set.of(BOT), true, profiles, CARDS, List.of(), split, Optional.empty()));
        Why all = explain(new Comparison(
                Set.of(TELEGRAM, FORM, BOT), Set.of(), true, profiles, CARDS, List.of(), split, Optional.empty()));

        assertThat(linked.linked()).isTrue();
        assertThat(linked.blockedBy()).isNull();
        assertThat(apart.blockedBy()).isEqualTo("split");
        assertThat(all.blockedBy()).isEqualTo("split");
    }

    @Test
    void whatSomebodyDecidedIsSaidOfLinkedLeadsToo() {
        Order apart = new Order(Order.KEPT_APART, "olga", SATURDAY);

        Why why = explain(new Comparison(
                Set.of(TELEGRAM),
                Set.of(FORM),
                false,
                List.of(profile("p", annaOnTelegram, annaOnForm)),
                CARDS,
                List.of(),
                Optional.empty(),
                Optional.of(apart)));

        assertThat(why.linked()).isTrue();
        assertThat(why.blockedBy()).isEqualTo("keep-apart");
        assertThat(why.sentence())
                .endsWith(" olga decided so on November 21, 2026: one person keeps several leads on purpose.");
    }

    @Test
    void whatTheSystemMergedIsSaidToBeAutomatic() {
        Why why = explain(new Comparison(
                Set.of(TELEGRAM),
                Set.of(FORM),
                true,
                List.of(),
                CARDS,
                List.of(new PastMerge(Optional.empty(), FRIDAY, Set.of(TELEGRAM))),
                Optional.empty(),
                Optional.empty()));

        assertThat(why.sentence()).endsWith(" Their leads were merged automatically on November 20, 2026.");
    }

    @Test
    void aKnownCustomerCanBeBetweenTwoSources() {
        Identifier contact = new Identifier(Identifier.Kind.CONTACT, "", "4711");
        Member customer = member(
                CUSTOMER,
                held(contact, Trust.ASSERTED, FRIDAY, "d0", "decision"),
                held(EMAIL, Trust.VERIFIED, FRIDAY, "d0", "decision"));
        Member bound = member(TELEGRAM, held(contact, Trust.ASSERTED, SATURDAY, "d1", "decision"));

        Why why = explain(between(Set.of(TELEGRAM), Set.of(FORM), profile("p", customer, bound, annaOnForm)));

        assertThat(why.steps()).extracting(Step::to).containsExactly(CUSTOMER, FORM);
        assertThat(why.sentence())
                .startsWith("Telegram (Anna) and Customer 4711 are bound to contact 4711 (since November 21, 2026).")
                .contains(" Customer 4711 and Web form (Anna Schmidt) share the e-mail address anna@example.org (");
    }

    @Test
    void aMergeByHandIsALinkToo() {
        Identifier merge = new Identifier(Identifier.Kind.MERGE, "", "m1");
        Held byHand = held(merge, Trust.ASSERTED, FRIDAY, "d1", "decision");

        Why why = explain(
                between(Set.of(TELEGRAM), Set.of(BOT), profile("p", member(TELEGRAM, byHand), member(BOT, byHand))));

        assertThat(why.linked()).isTrue();
        assertThat(why.sentence())
                .isEqualTo("A colleague merged Telegram (Anna) and viber (@ann) on November 20, 2026.");
    }

    @Test
    void whereThereIsNothingToExplainItSaysWhy() {
        assertThat(explain(onOneLead(Set.of(TELEGRAM), Set.of(), profile("p", annaOnTelegram))))
                .isEqualTo(new Why(true, List.of(), null, "Telegram (Anna) is the only source of this lead."));
        assertThat(explain(between(Set.of(TELEGRAM, FORM), Set.of(FORM), profile("p", annaOnForm))))
                .isEqualTo(new Why(true, List.of(), null, "Web form (Anna Schmidt) is on both leads."));
        assertThat(explain(between(Set.of(TELEGRAM), Set.of())))
                .isEqualTo(new Why(false, List.of(), null, "A lead without sources has no evidence."));
        assertThat(explain(onOneLead(Set.of(), Set.of())))
                .isEqualTo(new Why(false, List.of(), null, "A lead without sources has no evidence."));
    }

    private static Why explain(Comparison asked) {
        return Explaining.explain(asked, Language.ENGLISH);
    }

    private static Comparison between(Set<SourceId> ours, Set<SourceId> theirs, ProfileSnapshot... profiles) {
        return new Comparison(
                ours, theirs, false, Arrays.asList(profiles), CARDS, List.of(), Optional.empty(), Optional.empty());
    }

    private static Comparison onOneLead(Set<SourceId> ours, Set<SourceId> one, ProfileSnapshot... profiles) {
        return new Comparison(
                ours, one, true, Arrays.asList(profiles), CARDS, List.of(), Optional.empty(), Optional.empty());
    }

    private static ProfileSnapshot profile(String id, Member... members) {
        return new ProfileSnapshot(
                ProfileSnapshot.SCHEMA, WORKSPACE, new ProfileId(id), 1, 1, 1, 0, Arrays.asList(members), List.of());
    }

    private static ProfileSnapshot refusing(ProfileSnapshot profile, RefusedLink... refused) {
        return new ProfileSnapshot(
                profile.schemaVersion(),
                profile.workspace(),
                profile.profile(),
                profile.epoch(),
                profile.version(),
                profile.rules(),
                profile.decision(),
                profile.members(),
                Arrays.asList(refused));
    }

    private static Member member(SourceId source, Held... evidence) {
        return new Member(source, Arrays.asList(evidence));
    }

    private static Held held(Identifier identifier, Trust trust, Instant at, String event, String place) {
        return new Held(identifier, Sightings.once(identifier, trust, new Origin(new EventId(event), at, place)));
    }
}
