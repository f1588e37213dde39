package io.leadbraid.merger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.AssignedTo;
import io.leadbraid.merger.leads.Attributes;
import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.merger.leads.LeadCriteria;
import io.leadbraid.merger.leads.LeadSort;
import io.leadbraid.merger.leads.LeadStatus;
import io.leadbraid.merger.leads.Page;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Lead;
import io.leadbraid.model.Trust;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditingIT {

    private Desk desk;
    private Client anna;

    @BeforeEach
    void annaHasWritten() {
        desk = new Desk();
        anna = Client.onTelegram(desk.workspace, "7001", "Anna");
        desk.receive(anna.writes("m1", "Hello"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void changesMakeANewVersionWithAuditAndAnnouncement() {
        Lead lead = patch(
                1, LeadChanges.none().name("Anna Schmidt").stage("qualified").attributes(Map.of("budget", "500")));

        assertThat(lead.name()).isEqualTo("Anna Schmidt");
        assertThat(lead.stage()).isEqualTo("qualified");
        assertThat(lead.attributes()).containsEntry("budget", "500");
        assertThat(lead.version()).isEqualTo(2);
        assertThat(desk.count("audit")).isEqualTo(1);
        assertThat(desk.count("outbox")).isEqualTo(2);
    }

    @Test
    void anAttributeIsTakenAwayByNothing() {
        patch(1, LeadChanges.none().attributes(Map.of("budget", "500", "item", "bike")));
        Map<String, String> without = new HashMap<>();
        without.put("budget", null);

        Lead lead = patch(2, LeadChanges.none().attributes(without));

        assertThat(lead.attributes()).containsExactly(Map.entry("item", "bike"));
    }

    @Test
    void aLeadHoldsSoMuchAndNoMore() {
        String full = "x".repeat(Attributes.MOST - 1);

        assertThat(patch(1, LeadChanges.none().attributes(Map.of("a", full))).attributes())
                .containsEntry("a", full);
        assertProblem(422, () -> patch(2, LeadChanges.none().attributes(Map.of("b", "y"))));
        assertThat(patch(2, LeadChanges.none().attributes(Map.of("a", "short", "b", "y")))
                        .attributes())
                .containsOnly(Map.entry("a", "short"), Map.entry("b", "y"));
    }

    @Test
    void whatChangesNothingMakesNoVersion() {
        Lead lead = patch(1, LeadChanges.none().name("Anna").stage("new").status(LeadStatus.OPEN));

        assertThat(lead.version()).isEqualTo(1);
        assertThat(desk.count("audit")).isZero();
    }

    @Test
    void aStaleVersionIsRefused() {
        patch(1, LeadChanges.none().stage("contacted"));

        assertThatThrownBy(() -> patch(1, LeadChanges.none().stage("won")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(412);
                    assertThat(problem.getBody().getProperties()).containsEntry("version", 2L);
                });
    }

    @Test
    void aWriteToAnAbsorbedLeadNamesTheSurvivor() {
        Identifier phone = Identifier.phone("+4917612345678");
        Client known = anna.with(phone, Trust.VERIFIED);
        Client form = Client.onForm(desk.workspace, "f", "Anna").with(phone, Trust.STATED);
        desk.receive(form.writes("f1", "Hello", Client.START.plusSeconds(5)));
        desk.learn(desk.profile("p", 1, known, form));
        desk.reconcile();

        assertThatThrownBy(() -> desk.editing.patch(
                        desk.operator(), form.lead(), 2, LeadChanges.none().stage("won")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(409);
                    assertThat(problem.getBody().getType()).isEqualTo(URI.create("/problems/lead-absorbed"));
                    assertThat(problem.getBody().getProperties())
                            .containsEntry("survivorId", anna.lead().value());
                });
    }

    @Test
    void whatCannotBeIsRefused() {
        assertProblem(422, () -> patch(1, LeadChanges.none().stage("dreaming")));
        assertProblem(422, () -> patch(1, LeadChanges.none().status(LeadStatus.ABSORBED)));
        assertProblem(404, () -> desk.editing.patch(desk.operator(), anna.lead(9), 1, LeadChanges.none()));
        Caller reader = new Caller(desk.workspace, desk.operator().actor(), EnumSet.of(Scope.LEAD_READ));
        assertProblem(403, () -> desk.editing.patch(reader, anna.lead(), 1, LeadChanges.none()));
    }

    @Test
    void aLeadNamedByHandIsFoundByThatName() {
        patch(1, LeadChanges.none().name("Frau Doktor Schmidt"));

        assertThat(found("doktor")).hasSize(1);
        assertThat(found("dokter")).isEmpty();

        patch(2, LeadChanges.none().name("Schmidt"));
        assertThat(found("doktor")).isEmpty();
    }

    @Test
    void ofManyWhoPatchTheSameVersionOneWins() throws Exception {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String name = "Anna " + i;
            attempts.add(() -> {
                try {
                    patch(1, LeadChanges.none().name(name));
                    return true;
                } catch (ProblemException stale) {
                    return false;
                }
            });
        }

        int winners = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
                winners += attempt.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
        assertThat(desk.lead(anna).version()).isEqualTo(2);
        assertThat(desk.count("audit")).isEqualTo(1);
    }

    @Test
    void listsAreFilteredSortedAndReadInPages() {
        for (int i = 1; i <= 5; i++) {
            Client more = Client.onForm(desk.workspace, "f" + i, "Form " + i);
            desk.receive(more.writes("f" + i, "Hello", Client.START.plusSeconds(i)));
        }
        LeadCriteria forms = criteria(Optional.of("form"), LeadSort.LATEST_ACTIVITY);

        Page<Lead> first = desk.leads.list(desk.workspace, forms, Optional.empty(), 3);
        Page<Lead> second = desk.leads.list(desk.workspace, forms, Optional.ofNullable(first.nextCursor()), 3);

        assertThat(first.items()).extracting(Lead::name).containsExactly("Form 5", "Form 4", "Form 3");
        assertThat(second.items()).extracting(Lead::name).containsExactly("Form 2", "Form 1");
        assertThat(second.nextCursor()).isNull();
        assertThat(names(criteria(Optional.empty(), LeadSort.OLDEST))).startsWith("Anna", "Form 1");
        assertThat(names(criteria(Optional.empty(), LeadSort.NEWEST))).startsWith("Form 5", "Form 4");
        desk.receive(anna.writes("m2", "And?", Client.START.plusSeconds(60)));
        assertThat(names(LeadCriteria.open())).startsWith("Anna", "Form 5");
        assertThat(names(LeadCriteria.open().matching("form")))
                .startsWith("Form 5")
                .hasSize(5);
        assertProblem(422, () -> desk.leads.list(desk.workspace, forms, Optional.of("what"), 3));
    }

    @Test
    void aSearchIsReadInPages() {
        for (int i = 1; i <= 5; i++) {
            Client more = Client.onForm(desk.workspace, "f" + i, "Form " + i);
            desk.receive(more.writes("f" + i, "Hello", Client.START.plusSeconds(i)));
        }

        Page<Lead> first = desk.leads.list(desk.workspace, LeadCriteria.open().matching("form"), Optional.empty(), 4);
        Page<Lead> second = desk.leads.list(
                desk.workspace, LeadCriteria.open().matching("form"), Optional.ofNullable(first.nextCursor()), 4);

        assertThat(first.items()).extracting(Lead::name).containsExactly("Form 5", "Form 4", "Form 3", "Form 2");
        assertThat(second.items()).extracting(Lead::name).containsExactly("Form 1");
    }

    private static LeadCriteria criteria(Optional<String> channel, LeadSort sort) {
        return new LeadCriteria(
                LeadStatus.OPEN,
                channel,
                Optional.of("new"),
                Optional.of(new AssignedTo.Nobody()),
                Optional.empty(),
                sort);
    }

    private List<String> names(LeadCriteria criteria) {
        return desk.leads.list(desk.workspace, criteria, Optional.empty(), 10).items().stream()
                .map(Lead::name)
                .toList();
    }

    private List<Lead> found(String q) {
        return desk.leads
                .list(desk.workspace, LeadCriteria.open().matching(q), Optional.empty(), 10)
                .items();
    }

    private Lead patch(long version, LeadChanges changes) {
        return desk.editing.patch(desk.operator(), anna.lead(), version, changes);
    }

    private static void assertProblem(int status, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(status));
    }
}
