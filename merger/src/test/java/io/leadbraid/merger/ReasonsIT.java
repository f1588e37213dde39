package io.leadbraid.merger;

import static io.leadbraid.merger.Client.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.audit.Histories;
import io.leadbraid.merger.audit.HistoryItem;
import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.merger.reasons.Reasons;
import io.leadbraid.merger.rules.MergePolicy;
import io.leadbraid.merger.why.Language;
import io.leadbraid.merger.why.Shared;
import io.leadbraid.merger.why.Step;
import io.leadbraid.merger.why.Why;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReasonsIT {

    private static final Identifier PHONE = Identifier.phone("+4917612345678");

    private Desk desk;
    private Reasons reasons;
    private Histories histories;
    private Client annaOnTelegram;
    private Client annaOnForm;
    private Client boris;

    @BeforeEach
    void threePeopleWrite() {
        desk = new Desk();
        reasons = new Reasons(desk.transactions(), desk.jdbc());
        histories = new Histories(desk.transactions(), desk.jdbc());
        annaOnTelegram = Client.onTelegram(desk.workspace, "7001", "Anna").with(PHONE, Trust.VERIFIED);
        annaOnForm = Client.onForm(desk.workspace, "f1", "Anna Schmidt").with(PHONE, Trust.STATED);
        boris = Client.onTelegram(desk.workspace, "8001", "Boris").with(PHONE, Trust.STATED);
        desk.receive(
                annaOnTelegram.writes("t1", "Hello", START),
                annaOnForm.writes("f1", "Hello", START.plusSeconds(1)),
                boris.writes("t2", "Hello", START.plusSeconds(2)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aMergedLeadSaysWhyByAnyOfItsIds() {
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();

        for (LeadId lead : List.of(annaOnTelegram.lead(), annaOnForm.lead())) {
            for (Optional<String> other : List.of(
                    Optional.<String>empty(),
                    Optional.of(annaOnForm.lead().value()),
                    Optional.of(annaOnForm.source().value()))) {
                Why why = why(lead, other);

                assertThat(why.linked()).isTrue();
                assertThat(why.steps())
                        .extracting(Step::identifier, Step::trust)
                        .containsExactly(tuple(Shared.of(PHONE), Trust.STATED));
                assertThat(why.sentence())
                        .contains("Telegram (Anna)", "Web form (Anna Schmidt)", "+4917612345678", "November 20, 2026");
            }
        }
    }

    @Test
    void aRefusedLinkKeepsLeadsApart() {
        RefusedLink refused = new RefusedLink(annaOnTelegram.source(), boris.source(), PHONE, "different-names");
        desk.learn(
                refusing(desk.profile("p", 1, annaOnTelegram, annaOnForm), refused),
                refusing(desk.profile("q", 2, boris), refused));
        desk.reconcile();

        for (String other : List.of(boris.lead().value(), boris.source().value())) {
            Why why = why(annaOnForm.lead(), Optional.of(other));

            assertThat(why.linked()).isFalse();
            assertThat(why.steps()).isEmpty();
            assertThat(why.blockedBy()).isEqualTo("different-names");
            assertThat(why.sentence()).contains("+4917612345678").endsWith("their names contradict each other.");
        }
    }

    @Test
    void leadsOfOnePersonSayWhichRequestTheyWaitFor() {
        desk.learn(desk.profile("p", 1, annaOnTelegram, boris));
        desk.reconciling(false).reconcileAll();
        String request = desk.requests
                .list(desk.workspace, "open", Optional.empty(), 10)
                .items()
                .getFirst()
                .id();

        Why why = why(boris.lead(), Optional.of(annaOnTelegram.lead().value()));

        assertThat(why.linked()).isTrue();
        assertThat(why.blockedBy()).isEqualTo(MergePolicy.SYSTEM_MAY_NOT_MERGE);
        assertThat(why.sentence()).contains("merge request " + request);
        assertThat(why(boris.lead(), Optional.of(annaOnForm.lead().value())).blockedBy())
                .isNull();
    }

    @Test
    void whatTheGraphNoLongerLinksIsExplainedByItsMerge() {
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();

        desk.learn(desk.profile("p", 2, annaOnTelegram), desk.profile("q", 3, boris, annaOnForm));

        for (Optional<String> other : List.of(
                Optional.<String>empty(), Optional.of(annaOnForm.source().value()))) {
            Why why = why(annaOnTelegram.lead(), other);
            assertThat(why.linked()).isFalse();
            assertThat(why.sentence())
                    .contains("Nothing is known that")
                    .contains("Their leads were merged automatically on");
        }
    }

    @Test
    void aHeldLeadSaysWhichRequestItWaitsFor() {
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();
        desk.editing.patch(
                desk.operator(),
                annaOnTelegram.lead(),
                desk.lead(annaOnTelegram).version(),
                LeadChanges.none().stage("contacted"));
        desk.learn(desk.profile("p", 2, annaOnTelegram), desk.profile("q", 3, annaOnForm));
        desk.reconcile();

        for (Optional<String> other : List.of(
                Optional.<String>empty(), Optional.of(annaOnForm.source().value()))) {
            Why why = why(annaOnTelegram.lead(), other);
            assertThat(why.linked()).isFalse();
            assertThat(why.blockedBy()).isEqualTo("split");
            assertThat(why.sentence()).contains("were merged automatically").contains("merge request");
        }
    }

    @Test
    void whatSomebodyDecidedIsSaidUntilItIsLifted() {
        Identifier none = Identifier.email("other@example.org");
        Client vera = Client.onForm(desk.workspace, "f9", "Vera").with(none, Trust.STATED);
        desk.receive(vera.writes("v1", "Hello"));
        Optional<String> other = Optional.of(vera.lead().value());
        String separation = desk.separations
                .separate(desk.operator(), boris.lead().value(), vera.lead().value(), "brothers")
                .id();

        Why decided = why(boris.lead(), other);
        desk.separations.lift(desk.operator(), separation);

        assertThat(decided.linked()).isFalse();
        assertThat(decided.blockedBy()).isEqualTo("separated");
        assertThat(decided.sentence())
                .contains("olga decided so on")
                .endsWith("somebody has decided that they are different people.");
        assertThat(why(boris.lead(), other).blockedBy()).isNull();
    }

    @Test
    void linkedLeadsThatAreKeptApartSayBySomebody() {
        desk.keepingApart.keep(
                desk.operator(),
                annaOnTelegram.lead().value(),
                annaOnForm.lead().value(),
                "two cars");
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();

        Why why = why(annaOnForm.lead(), Optional.of(annaOnTelegram.lead().value()));

        assertThat(why.linked()).isTrue();
        assertThat(why.blockedBy()).isEqualTo("keep-apart");
        assertThat(why.sentence()).contains("+4917612345678").contains("olga decided so on");
    }

    @Test
    void nobodyIsExplainedToAnotherWorkspace() {
        WorkspaceId theirs = desk.newWorkspace();
        Client stranger = Client.onTelegram(theirs, "1", "Vera");
        desk.receive(stranger.writes("v1", "Hello"));

        assertThatThrownBy(() -> reasons.why(theirs, boris.lead(), Optional.empty(), Language.ENGLISH))
                .isInstanceOf(ProblemException.class);
        for (String foreign : List.of(boris.lead().value(), boris.source().value(), "nobody")) {
            assertThatThrownBy(() -> reasons.why(theirs, stranger.lead(), Optional.of(foreign), Language.ENGLISH))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(histories.page(theirs, boris.lead(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void aHistoryHoldsWhatWasDoneToTheLeadAndToAllItAbsorbed() {
        desk.editing.patch(
                desk.operator(), annaOnForm.lead(), 1, LeadChanges.none().name("Anja"));
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();
        desk.editing.patch(
                desk.operator(),
                annaOnTelegram.lead(),
                desk.lead(annaOnTelegram).version(),
                LeadChanges.none().stage("contacted"));

        List<HistoryItem> history = history(annaOnForm.lead(), 10).items();

        assertThat(history)
                .extracting(HistoryItem::action, HistoryItem::actor, HistoryItem::leadId)
                .containsExactly(
                        tuple("lead.edited", "olga", annaOnForm.lead()),
                        tuple("lead.merged", "system", annaOnTelegram.lead()),
                        tuple("lead.absorbed", "system", annaOnForm.lead()),
                        tuple("lead.edited", "olga", annaOnTelegram.lead()));
        assertThat(history.get(0).merge()).isNull();
        HistoryItem.Merge merge = history.get(1).merge();
        assertThat(merge).isNotNull();
        assertThat(merge.absorbedIds()).containsExactly(annaOnForm.lead());
        assertThat(merge.evidence())
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.identifier()).isEqualTo(Shared.of(PHONE)));
    }

    @Test
    void aHistoryIsReadPageByPage() {
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm, boris));
        desk.reconcile();
        List<HistoryItem> whole = history(boris.lead(), 10).items();

        List<HistoryItem> pages = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<HistoryItem> page =
                    histories.page(desk.workspace, boris.lead(), cursor, 2).orElseThrow();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            pages.addAll(page.items());
            cursor = Optional.ofNullable(page.nextCursor());
        } while (cursor.isPresent());

        assertThat(whole).hasSize(3);
        assertThat(pages).isEqualTo(whole);
    }

    private Why why(LeadId lead, Optional<String> other) {
        return reasons.why(desk.workspace, lead, other, Language.ENGLISH);
    }

    private Page<HistoryItem> history(LeadId lead, int limit) {
        return histories.page(desk.workspace, lead, Optional.empty(), limit).orElseThrow();
    }

    private static ProfileSnapshot refusing(ProfileSnapshot profile, RefusedLink refused) {
        return new ProfileSnapshot(
                profile.schemaVersion(),
                profile.workspace(),
                profile.profile(),
                profile.epoch(),
                profile.version(),
                profile.rules(),
                profile.decision(),
                profile.members(),
                List.of(refused));
    }
}
