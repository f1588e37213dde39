package io.leadbraid.merger;

import static io.leadbraid.merger.Client.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.merger.leads.Attributes;
import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.merger.leads.LeadCriteria;
import io.leadbraid.merger.leads.LeadStatus;
import io.leadbraid.merger.leads.TimelineItem;
import io.leadbraid.merger.merges.LeadMerge;
import io.leadbraid.merger.merges.MergeRequest;
import io.leadbraid.merger.rules.MergePolicy;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.Trust;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergingIT {

    private static final Identifier PHONE = Identifier.phone("+4917612345678");

    private Desk desk;
    private Client annaOnTelegram;
    private Client annaOnForm;
    private Client annaOnWhatsapp;

    @BeforeEach
    void threeMessengers() {
        desk = new Desk();
        annaOnTelegram = Client.onTelegram(desk.workspace, "7001", "Anna").with(PHONE, Trust.VERIFIED);
        annaOnForm = Client.onForm(desk.workspace, "f1", "Anna Schmidt").with(PHONE, Trust.STATED);
        annaOnWhatsapp = new Client(desk.workspace, "whatsapp", "49176", "Anja", List.of()).with(PHONE, Trust.VERIFIED);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void leadsOfOneProfileBecomeOneWithAllSources() {
        desk.receive(
                annaOnTelegram.writes("t1", "Is it still there?", START),
                annaOnForm.writes("f1", "Call me", START.plusSeconds(30)),
                annaOnWhatsapp.writes("w1", "Hello?", START.plusSeconds(60)));

        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm, annaOnWhatsapp));
        desk.reconcile();

        Lead lead = desk.lead(annaOnForm);
        assertThat(lead.id()).isEqualTo(annaOnTelegram.lead());
        assertThat(lead.sources())
                .extracting(Lead.Source::id)
                .containsExactly(annaOnTelegram.source(), annaOnForm.source(), annaOnWhatsapp.source());
        assertThat(lead.absorbedLeadIds()).containsExactlyInAnyOrder(annaOnForm.lead(), annaOnWhatsapp.lead());
        assertThat(lead.lastInboundAt()).isEqualTo(START.plusSeconds(60));
        assertThat(lead.version()).isEqualTo(2);
        assertThat(desk.leads
                        .timeline(desk.workspace, annaOnWhatsapp.lead(), Optional.empty(), 10)
                        .orElseThrow()
                        .items())
                .extracting(TimelineItem::text)
                .containsExactly("Is it still there?", "Call me", "Hello?");

        Lead absorbed = desk.row(annaOnForm.lead());
        assertThat(absorbed.status()).isEqualTo("absorbed");
        assertThat(absorbed.survivorId()).isEqualTo(annaOnTelegram.lead());
        assertThat(absorbed.sources()).isEmpty();
        assertThat(merges(annaOnWhatsapp)).singleElement().satisfies(merge -> {
            assertThat(merge.survivorId()).isEqualTo(annaOnTelegram.lead());
            assertThat(merge.absorbedIds()).containsExactly(annaOnForm.lead(), annaOnWhatsapp.lead());
            assertThat(merge.cause()).isEqualTo("automatic");
            assertThat(merge.actor()).isEqualTo("system");
        });
        assertThat(desk.count("audit")).isEqualTo(3);
    }

    @Test
    void aSnapshotMayComeBeforeTheMessages() {
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();

        desk.receive(annaOnTelegram.writes("t1", "Hello"));
        desk.reconcile();
        desk.receive(annaOnForm.writes("f1", "Hello"));
        desk.reconcile();

        assertThat(desk.sources(annaOnTelegram))
                .containsExactlyInAnyOrder(annaOnTelegram.source(), annaOnForm.source());
    }

    @Test
    void whatIsDeliveredTwiceChangesNothing() {
        desk.receive(annaOnTelegram.writes("t1", "Hello"), annaOnForm.writes("f1", "Hello"));
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();
        String once = desk.dump();

        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();
        desk.receive(annaOnForm.writes("f1", "Hello"), annaOnTelegram.writes("t1", "Hello"));
        desk.reconcile();

        assertThat(desk.dump()).isEqualTo(once);
    }

    @Test
    void theNewestClaimCountsInWhateverOrderItComes() {
        desk.receive(
                annaOnTelegram.writes("t1", "Hello"),
                annaOnForm.writes("f1", "Hello"),
                annaOnWhatsapp.writes("w1", "?"));

        desk.learn(desk.profile("q", 3, annaOnForm, annaOnWhatsapp));
        desk.learn(desk.profile("p", 2, annaOnTelegram, annaOnForm));
        desk.reconcile();

        assertThat(desk.sources(annaOnForm)).containsExactlyInAnyOrder(annaOnForm.source(), annaOnWhatsapp.source());
        assertThat(desk.sources(annaOnTelegram)).containsExactly(annaOnTelegram.source());
    }

    @Test
    void theSurvivorIsFurthestAlongAndTakesWhatItLacks() {
        Client nameless = new Client(desk.workspace, "bot", "b1", "Bo", List.of()).with(PHONE, Trust.VERIFIED);
        desk.receive(
                annaOnTelegram.writes("t1", "Hello"),
                annaOnTelegram.appears("t2", Map.of("item", "bike", "page", "/b")));
        desk.receive(
                nameless.writes("b1", "Hello", START.plusSeconds(5)), nameless.appears("b2", Map.of("item", "car")));
        patch(nameless, LeadChanges.none().stage("contacted").name(""));

        desk.learn(desk.profile("p", 1, annaOnTelegram, nameless));
        desk.reconcile();

        Lead lead = desk.lead(annaOnTelegram);
        assertThat(lead.id()).isEqualTo(nameless.lead());
        assertThat(lead.stage()).isEqualTo("contacted");
        assertThat(lead.name()).isEqualTo("Anna");
        assertThat(lead.attributes()).containsExactlyInAnyOrderEntriesOf(Map.of("item", "car", "page", "/b"));
    }

    @Test
    void survivorsOfSurvivorsAreOneStepAway() {
        desk.receive(
                annaOnWhatsapp.writes("w1", "Hello", START.plusSeconds(9)),
                annaOnForm.writes("f1", "Hi", START.plusSeconds(5)));
        desk.learn(desk.profile("p", 1, annaOnWhatsapp, annaOnForm));
        desk.reconcile();

        desk.receive(annaOnTelegram.writes("t1", "Hello", START));
        desk.learn(desk.profile("p", 2, annaOnWhatsapp, annaOnForm, annaOnTelegram));
        desk.reconcile();

        assertThat(desk.row(annaOnWhatsapp.lead()).survivorId()).isEqualTo(annaOnTelegram.lead());
        assertThat(desk.row(annaOnForm.lead()).survivorId()).isEqualTo(annaOnTelegram.lead());
        assertThat(desk.lead(annaOnWhatsapp).sources()).hasSize(3);
        assertThat(merges(annaOnForm)).hasSize(2);
    }

    @Test
    void aLeadThatIsNotOpenTakesNoPart() {
        desk.receive(annaOnTelegram.writes("t1", "Hello"), annaOnForm.writes("f1", "Hello"));
        patch(annaOnForm, LeadChanges.none().status(LeadStatus.DECLINED));
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();
        assertThat(desk.sources(annaOnTelegram)).hasSize(1);

        patch(annaOnForm, LeadChanges.none().status(LeadStatus.OPEN));
        desk.reconcile();

        assertThat(desk.sources(annaOnTelegram)).hasSize(2);
    }

    @Test
    void aMessageThatReopensALeadHasItCompared() {
        desk.receive(annaOnTelegram.writes("t1", "Hello"), annaOnForm.writes("f1", "Hello"));
        patch(annaOnForm, LeadChanges.none().status(LeadStatus.CLOSED));
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();

        desk.receive(annaOnForm.writes("f2", "Still there?", Instant.now()));
        desk.reconcile();

        assertThat(desk.sources(annaOnTelegram)).hasSize(2);
    }

    @Test
    void aTypedNumberBetweenVerifiedPeopleMergesOnlyUntouchedLeads() {
        Client boris = Client.onTelegram(desk.workspace, "8001", "Boris").with(PHONE, Trust.STATED);
        desk.receive(annaOnTelegram.writes("t1", "Hello"), boris.writes("t2", "Hello"));
        patch(annaOnTelegram, LeadChanges.none().stage("contacted"));
        desk.learn(desk.profile("p", 1, annaOnTelegram, boris));
        desk.reconcile();
        desk.learn(desk.profile("p", 2, annaOnTelegram, boris));
        desk.reconcile();

        assertThat(desk.sources(annaOnTelegram)).hasSize(1);
        assertThat(desk.requests
                        .list(desk.workspace, "open", Optional.empty(), 10)
                        .items())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.leadIds()).containsExactlyInAnyOrder(annaOnTelegram.lead(), boris.lead());
                    assertThat(request.reason()).isEqualTo(MergePolicy.STATED_BETWEEN_VERIFIED);
                });
        Lead lead = desk.lead(boris);
        assertThat(lead.possibleDuplicates()).containsExactly(annaOnTelegram.lead());
        assertThat(lead.pendingRequests()).hasSize(1);
        assertThat(lead.version()).isEqualTo(2);
    }

    @Test
    void aTypedNumberJoinsWhereNobodyHasWorked() {
        Client boris = Client.onTelegram(desk.workspace, "8001", "Boris").with(PHONE, Trust.STATED);
        desk.receive(annaOnTelegram.writes("t1", "Hello"), boris.writes("t2", "Hello"));

        desk.learn(desk.profile("p", 1, annaOnTelegram, boris));
        desk.reconcile();

        assertThat(desk.sources(annaOnTelegram)).hasSize(2);
    }

    @Test
    void aRequestIsWithdrawnWhenItsLeadsComeTogether() {
        Client boris = Client.onTelegram(desk.workspace, "8001", "Boris").with(PHONE, Trust.STATED);
        desk.receive(annaOnTelegram.writes("t1", "Hello"), boris.writes("t2", "Hello"));
        patch(annaOnTelegram, LeadChanges.none().stage("contacted"));
        desk.learn(desk.profile("p", 1, annaOnTelegram, boris));
        desk.reconcile();

        Client proven = boris.with(PHONE, Trust.VERIFIED);
        desk.learn(desk.profile(
                "p",
                2,
                annaOnTelegram,
                new Client(
                        desk.workspace,
                        "telegram",
                        "8001",
                        "Boris",
                        proven.claims().subList(2, 3))));
        desk.reconcile();

        assertThat(desk.sources(annaOnTelegram)).hasSize(2);
        assertThat(desk.requests
                        .list(desk.workspace, "open", Optional.empty(), 10)
                        .items())
                .isEmpty();
        assertThat(desk.requests
                        .list(desk.workspace, "withdrawn", Optional.empty(), 10)
                        .items())
                .extracting(MergeRequest::status)
                .containsExactly("withdrawn");
    }

    @Test
    void aRequestThatNobodyAnswersEndsAndItsLeadsSaySo() {
        Client boris = Client.onTelegram(desk.workspace, "8001", "Boris").with(PHONE, Trust.STATED);
        desk.receive(annaOnTelegram.writes("t1", "Hello"), boris.writes("t2", "Hello"));
        patch(annaOnTelegram, LeadChanges.none().stage("contacted"));
        desk.learn(desk.profile("p", 1, annaOnTelegram, boris));
        desk.reconcile();
        long version = desk.lead(boris).version();
        long audited = desk.count("audit");

        int early = desk.expireRequests(Clock.systemUTC());
        int late = desk.expireRequests(Clock.offset(Clock.systemUTC(), Duration.ofDays(31)));
        int again = desk.expireRequests(Clock.offset(Clock.systemUTC(), Duration.ofDays(31)));

        assertThat(List.of(early, late, again)).containsExactly(0, 1, 0);
        Lead lead = desk.lead(boris);
        assertThat(lead.pendingRequests()).isEmpty();
        assertThat(lead.possibleDuplicates()).isEmpty();
        assertThat(lead.version()).isEqualTo(version + 1);
        assertThat(desk.count("audit")).isEqualTo(audited + 2);
        assertThat(desk.announced(boris)).contains(version + 1);
    }

    @Test
    void aMergeKeepsNoMoreAttributesThanALeadHolds() {
        String half = "x".repeat(Attributes.MOST / 2);
        desk.receive(
                annaOnTelegram.writes("t1", "Hello"), annaOnForm.writes("f1", "Hello", Client.START.plusSeconds(1)));
        patch(annaOnTelegram, LeadChanges.none().attributes(Map.of("a", half)));
        patch(annaOnForm, LeadChanges.none().attributes(Map.of("b", half, "c", "small")));

        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();

        assertThat(desk.lead(annaOnForm).attributes())
                .containsEntry("a", half)
                .containsEntry("c", "small")
                .doesNotContainKey("b");
    }

    @Test
    void withoutEntitlementTheSystemAsks() {
        desk.receive(annaOnTelegram.writes("t1", "Hello"), annaOnForm.writes("f1", "Hello"));
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));

        desk.reconciling(false).reconcileAll();

        assertThat(desk.sources(annaOnTelegram)).hasSize(1);
        assertThat(desk.requests
                        .list(desk.workspace, "open", Optional.empty(), 10)
                        .items())
                .extracting(MergeRequest::reason)
                .containsExactly(MergePolicy.SYSTEM_MAY_NOT_MERGE);
    }

    @Test
    void profilesThatShareALeadAreWorkedOnOneAfterTheOther() {
        Client bot = new Client(desk.workspace, "bot", "b1", "Anna", List.of()).with(PHONE, Trust.VERIFIED);
        desk.receive(
                annaOnTelegram.writes("t1", "1"),
                annaOnForm.writes("f1", "2"),
                annaOnWhatsapp.writes("w1", "3"),
                bot.writes("b1", "4"));
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();

        desk.learn(desk.profile("q", 2, annaOnForm, annaOnWhatsapp), desk.profile("r", 3, annaOnTelegram, bot));
        desk.reconcile();

        assertThat(desk.sources(bot)).containsExactlyInAnyOrder(bot.source(), annaOnTelegram.source());
        assertThat(desk.sources(annaOnForm)).containsExactlyInAnyOrder(annaOnForm.source(), annaOnWhatsapp.source());
        assertThat(desk.count("pending")).isZero();
    }

    @Test
    void theSurvivingLeadIsFoundByEverythingThatItsSourcesAreFoundBy() {
        desk.receive(annaOnTelegram.writes("t1", "Hello"), annaOnForm.writes("f1", "Hello"));
        desk.learn(desk.profile("p", 1, annaOnTelegram, annaOnForm));
        desk.reconcile();
        LeadId survivor = desk.lead(annaOnForm).id();

        for (String q : List.of(
                "schm",
                "anna schmidt",
                "0176 1234 5678",
                "7001",
                annaOnForm.lead().value())) {
            assertThat(desk.leads
                            .list(desk.workspace, LeadCriteria.open().matching(q), Optional.empty(), 10)
                            .items())
                    .as(q)
                    .extracting(Lead::id)
                    .containsExactly(survivor);
        }
    }

    private List<LeadMerge> merges(Client client) {
        return desk.merges
                .list(desk.workspace, Optional.of(client.lead()), Optional.empty(), 10)
                .items();
    }

    private void patch(Client client, LeadChanges changes) {
        Lead lead = desk.lead(client);
        desk.editing.patch(desk.operator(), lead.id(), lead.version(), changes);
    }
}
