package io.leadbraid.merger;

import static io.leadbraid.merger.Client.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.merger.leads.TimelineItem;
import io.leadbraid.merger.merges.LeadMerge;
import io.leadbraid.merger.merges.MergeRequest;
import io.leadbraid.merger.merges.Splitting;
import io.leadbraid.model.Direction;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The graph comes to know that those on one lead are several people, or doubts whether two leads are one person's. */
class SplittingIT {

    private static final Identifier PHONE = Identifier.phone("+4917612345678");

    private Desk desk;
    private Client anna;
    private Client boris;
    private Client borisOnForm;

    @BeforeEach
    void threeWhoShareANumber() {
        desk = new Desk();
        anna = Client.onTelegram(desk.workspace, "7001", "Anna").with(PHONE, Trust.STATED);
        boris = Client.onTelegram(desk.workspace, "7002", "Boris").with(PHONE, Trust.STATED);
        borisOnForm = Client.onForm(desk.workspace, "f1", "Boris").with(PHONE, Trust.STATED);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void takenForOne() {
        desk.receive(
                anna.writes("a1", "I am Anna", START),
                boris.writes("b1", "I am Boris", START.plusSeconds(10)),
                borisOnForm.writes("f1", "Boris again", START.plusSeconds(20)));
        desk.learn(desk.profile("p", 1, anna, boris, borisOnForm));
        desk.reconcile();
        assertThat(desk.sources(anna)).hasSize(3);
    }

    private void knownForTwo() {
        desk.learn(desk.profile("p", 2, anna), desk.profile("q", 3, boris, borisOnForm));
        desk.reconcile();
    }

    @Test
    void eachPersonTakesUpHisOwnLeadAgain() {
        takenForOne();

        knownForTwo();

        assertThat(desk.sources(anna)).containsExactly(anna.source());
        Lead lead = desk.lead(borisOnForm);
        assertThat(lead.id()).isEqualTo(boris.lead());
        assertThat(lead.status()).isEqualTo("open");
        assertThat(lead.sources()).extracting(Lead.Source::id).containsExactly(boris.source(), borisOnForm.source());
        assertThat(desk.row(borisOnForm.lead()).survivorId()).isEqualTo(boris.lead());
        assertThat(desk.row(anna.lead()).absorbedLeadIds()).isEmpty();
        assertThat(lead.absorbedLeadIds()).containsExactly(borisOnForm.lead());
        assertThat(timeline(boris.lead())).containsExactly("I am Boris", "Boris again");
        assertThat(timeline(anna.lead())).containsExactly("I am Anna");
        assertThat(desk.count("pending")).isZero();
    }

    @Test
    void whatCameSinceGoesAlongAndTimesAreThoseOfItsOwnMessages() {
        takenForOne();
        desk.receive(borisOnForm.writes("f2", "And now?", START.plusSeconds(90)));

        knownForTwo();

        assertThat(timeline(boris.lead())).containsExactly("I am Boris", "Boris again", "And now?");
        assertThat(desk.lead(boris).lastInboundAt()).isEqualTo(START.plusSeconds(90));
        assertThat(desk.lead(anna).lastInboundAt()).isEqualTo(START);
    }

    @Test
    void whatOneLeadHadTakenOverFromTheOtherGoesBack() {
        desk.receive(
                anna.appears("a1", Map.of("city", "Kassel")),
                boris.contact(
                        "b1",
                        Direction.IN,
                        START.plusSeconds(1),
                        START.plusSeconds(1),
                        null,
                        Map.of("city", "Bonn", "item", "car")));
        desk.learn(desk.profile("p", 1, anna, boris));
        desk.reconcile();
        assertThat(desk.lead(anna).attributes()).containsEntry("item", "car");
        desk.receive(anna.appears("a2", Map.of("page", "/cars")));

        desk.learn(desk.profile("p", 2, anna), desk.profile("q", 3, boris));
        desk.reconcile();

        assertThat(desk.lead(anna).attributes()).isEqualTo(Map.of("city", "Kassel", "page", "/cars"));
        assertThat(desk.lead(boris).attributes()).isEqualTo(Map.of("city", "Bonn", "item", "car"));
        assertThat(desk.lead(boris).name()).isEqualTo("Boris");
    }

    @Test
    void bothAreAnnouncedAndAuditedAndTheMergeIsUndone() {
        takenForOne();
        long announced = desk.announced(anna).getLast();

        desk.learn(desk.profile("p", 2, anna), desk.profile("q", 3, boris), desk.profile("r", 4, borisOnForm));
        desk.reconcile();

        assertThat(desk.announced(anna).getLast()).isGreaterThan(announced);
        assertThat(desk.announced(boris)).contains(desk.lead(boris).version());
        assertThat(desk.announced(borisOnForm)).contains(desk.lead(borisOnForm).version());
        assertThat(actions("lead.split")).contains(anna.lead(), boris.lead(), borisOnForm.lead());
        assertThat(desk.merges
                        .list(desk.workspace, Optional.of(anna.lead()), Optional.empty(), 10)
                        .items())
                .extracting(LeadMerge::undoneAt)
                .doesNotContainNull();
    }

    @Test
    void whoIsOnePersonAfterAllComesTogetherAgain() {
        takenForOne();
        knownForTwo();

        desk.learn(desk.profile("p", 4, anna, boris, borisOnForm));
        desk.reconcile();

        assertThat(desk.sources(anna)).containsExactlyInAnyOrder(anna.source(), boris.source(), borisOnForm.source());
        assertThat(timeline(anna.lead())).hasSize(3);
    }

    @Test
    void nothingHappensTwice() {
        takenForOne();
        knownForTwo();
        String after = desk.dump();

        desk.learn(desk.profile("p", 2, anna), desk.profile("q", 3, boris, borisOnForm));
        desk.reconcile();

        assertThat(desk.dump()).isEqualTo(after);
    }

    @Test
    void aLeadThatSomebodyWorkedOnIsHeldAndAskedAbout() {
        takenForOne();
        Lead lead = desk.lead(anna);
        desk.editing.patch(
                desk.operator(), lead.id(), lead.version(), LeadChanges.none().stage("contacted"));

        knownForTwo();

        assertThat(desk.sources(anna)).hasSize(3);
        assertThat(desk.lead(anna).stage()).isEqualTo("contacted");
        assertThat(open()).extracting(MergeRequest::reason).containsExactly(Splitting.SPLIT);
        assertThat(open().getFirst().leadIds()).containsExactlyInAnyOrder(anna.lead(), boris.lead());

        Client another = Client.onForm(desk.workspace, "f9", "Anna").with(PHONE, Trust.STATED);
        desk.receive(another.writes("f9", "Anna, too"));
        desk.learn(desk.profile("p", 4, anna, another));
        desk.reconcile();
        assertThat(desk.sources(another)).as("nothing merges into a held lead").containsExactly(another.source());

        desk.learn(desk.profile("p", 5, anna, another, boris, borisOnForm));
        desk.reconcile();
        assertThat(open()).as("one person after all").isEmpty();
        assertThat(desk.sources(anna)).hasSize(4);
    }

    @Test
    void aDoubtOfTheGraphBecomesARequest() {
        desk.receive(anna.writes("a1", "Hello"), boris.writes("b1", "Hello"));

        desk.learn(doubting("p", 1, anna, boris, "different-names"), doubting("q", 2, boris, anna, "different-names"));
        desk.reconcile();
        desk.learn(doubting("p", 3, anna, boris, "different-names"));
        desk.reconcile();

        assertThat(open()).singleElement().satisfies(request -> {
            assertThat(request.reason()).isEqualTo("different-names");
            assertThat(request.leadIds()).containsExactlyInAnyOrder(anna.lead(), boris.lead());
        });
        assertThat(desk.lead(anna).pendingRequests()).hasSize(1);
        assertThat(desk.count("pending")).isZero();
    }

    @Test
    void whatSomebodyHasDecidedIsNotAskedAgain() {
        desk.receive(anna.writes("a1", "Hello"), boris.writes("b1", "Hello"));

        desk.learn(doubting("p", 1, anna, boris, "separated"), doubting("q", 2, boris, anna, "separated"));
        desk.reconcile();

        assertThat(open()).isEmpty();
    }

    private ProfileSnapshot doubting(String id, long version, Client own, Client other, String rule) {
        ProfileSnapshot alone = desk.profile(id, version, own);
        return new ProfileSnapshot(
                alone.schemaVersion(),
                alone.workspace(),
                alone.profile(),
                alone.epoch(),
                alone.version(),
                alone.rules(),
                alone.decision(),
                alone.members(),
                List.of(new RefusedLink(own.source(), other.source(), PHONE, rule)));
    }

    private List<MergeRequest> open() {
        return desk.requests.list(desk.workspace, "open", Optional.empty(), 10).items();
    }

    private List<String> timeline(LeadId lead) {
        return desk.leads.timeline(desk.workspace, lead, Optional.empty(), 10).orElseThrow().items().stream()
                .map(TimelineItem::text)
                .toList();
    }

    private List<LeadId> actions(String action) {
        return desk.transactions()
                .in(
                        desk.workspace,
                        () -> desk.jdbc()
                                .sql("SELECT subject_id FROM audit WHERE action = :action")
                                .param("action", action)
                                .query((row, i) -> new LeadId(row.getString("subject_id")))
                                .list());
    }
}
