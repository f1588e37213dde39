package io.leadbraid.merger;

import static io.leadbraid.merger.Client.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.decisions.KeptApart;
import io.leadbraid.merger.decisions.Separation;
import io.leadbraid.merger.decisions.SharedIdentifier;
import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.merger.merges.MergeRequest;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionsIT {

    private static final Identifier PHONE = Identifier.phone("+4917612345678");

    private Desk desk;
    private Client anna;
    private Client boris;

    @BeforeEach
    void twoPeopleWithOnePhone() {
        desk = new Desk();
        anna = Client.onTelegram(desk.workspace, "7001", "Anna").with(PHONE, Trust.VERIFIED);
        boris = Client.onForm(desk.workspace, "f1", "Boris").with(PHONE, Trust.STATED);
        desk.receive(anna.writes("t1", "Hello", START), boris.writes("f1", "Hello", START.plusSeconds(5)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aSeparationIsOneRegisterWithATurnForEachChange() {
        Separation made = separate();
        Separation repeated = desk.separations.separate(
                desk.operator(), boris.lead().value(), anna.source().value(), "again");
        desk.separations.lift(desk.operator(), made.id());
        Separation anew = separate();

        assertThat(made.groups()).containsExactlyInAnyOrder(List.of(anna.source()), List.of(boris.source()));
        assertThat(made.reason()).isEqualTo("brothers");
        assertThat(made.actor()).isEqualTo("olga");
        assertThat(repeated).isEqualTo(made);
        assertThat(anew.id()).isEqualTo(made.id());
        assertThat(separations(desk.workspace)).containsExactly(anew);
        assertThat(seqs()).containsExactly(1L, 2L, 3L);
        assertThat(desk.count("decision")).isEqualTo(1);
        assertThat(desk.count("decision_outbox")).isEqualTo(3);
        assertThat(desk.count("audit")).isEqualTo(3);
    }

    @Test
    void ofManyWhoDecideAtOnceEachHasTheNextNumber() throws Exception {
        int threads = 8;
        int each = 10;
        List<Client> others = IntStream.range(0, threads * each)
                .mapToObj(i -> Client.onForm(desk.workspace, "other" + i, "Other"))
                .toList();
        others.forEach(other -> desk.receive(other.writes(other.user(), "Hello")));
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            List<Client> mine = others.subList(thread * each, (thread + 1) * each);
            work.add(() -> {
                for (Client other : mine) {
                    separate();
                    Separation made = desk.separations.separate(
                            desk.operator(),
                            anna.source().value(),
                            other.source().value(),
                            "no");
                    desk.separations.lift(desk.operator(), made.id());
                }
                return true;
            });
        }

        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Boolean> done : pool.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(seqs())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, threads * each * 2L + 1)
                        .boxed()
                        .toList());
    }

    @Test
    void whatIsSeparatedDoesNotMergeWhetherTheGraphKnowsItOrNot() {
        separate();
        Client carol = Client.onForm(desk.workspace, "f2", "Carol").with(PHONE, Trust.STATED);
        desk.receive(carol.writes("c1", "Hello", START.plusSeconds(9)));

        desk.learn(desk.profile("p", 1, anna, boris, carol));
        desk.reconcile();
        assertThat(desk.sources(carol)).hasSize(1);

        desk.learn(desk.profileAfter(1, "p", 2, anna, boris, carol));
        desk.reconcile();
        assertThat(desk.sources(carol)).as("with one of them").hasSize(2);
        assertThat(desk.sources(anna)).doesNotContain(boris.source());
        assertThat(desk.sources(boris)).doesNotContain(anna.source());
        assertThat(requests("open")).isEmpty();
    }

    @Test
    void onceASeparationIsLiftedTheNextProfileMerges() {
        Separation made = separate();
        desk.separations.lift(desk.operator(), made.id());

        desk.learn(desk.profileAfter(1, "p", 1, anna, boris));
        desk.reconcile();
        assertThat(desk.sources(anna)).hasSize(1);

        desk.learn(desk.profileAfter(2, "p", 2, anna, boris));
        desk.reconcile();
        assertThat(desk.sources(anna)).hasSize(2);
        assertThat(separations(desk.workspace)).isEmpty();
        assertProblem(404, () -> desk.separations.lift(desk.operator(), made.id()));
    }

    @Test
    void aSourceThatIsSeparatedFromItsOwnLeadMovesOutAtOnceWhoeverHasWorkedOnIt() {
        takenForOne();
        desk.editing.patch(
                desk.operator(),
                anna.lead(),
                desk.lead(anna).version(),
                LeadChanges.none().stage("contacted"));

        Separation made = desk.separations.separate(
                desk.operator(), anna.lead().value(), boris.source().value(), "brothers");
        desk.reconcile();

        assertThat(made.groups()).containsExactlyInAnyOrder(List.of(anna.source()), List.of(boris.source()));
        assertThat(desk.sources(anna)).containsExactly(anna.source());
        assertThat(desk.sources(boris)).containsExactly(boris.source());
        assertThat(desk.lead(boris).id()).isEqualTo(boris.lead());
        assertThat(desk.announced(boris)).contains(desk.lead(boris).version());

        desk.learn(desk.profileAfter(1, "p", 2, anna), desk.profileAfter(1, "q", 3, boris));
        desk.reconcile();
        assertThat(desk.sources(boris)).containsExactly(boris.source());
        assertThat(requests("open")).isEmpty();
    }

    @Test
    void whoeverOpenedALeadKeepsIt() {
        takenForOne();

        desk.separations.separate(
                desk.operator(), boris.source().value(), anna.source().value(), "brothers");

        assertThat(desk.lead(anna).id()).isEqualTo(anna.lead());
        assertThat(desk.lead(boris).id()).isEqualTo(boris.lead());
        assertThat(desk.sources(boris)).containsExactly(boris.source());
    }

    @Test
    void nothingIsTakenApartUntilTheGraphHasHeardOfWhatWasDecidedLast() {
        takenForOne();
        Client carol = Client.onForm(desk.workspace, "f2", "Carol");
        desk.receive(carol.writes("c1", "Hello", START.plusSeconds(9)));
        Separation other = desk.separations.separate(
                desk.operator(), carol.source().value(), boris.source().value(), "not they");

        desk.learn(desk.profileAfter(0, "p", 2, anna), desk.profileAfter(0, "q", 3, boris));
        desk.reconcile();
        assertThat(desk.sources(anna)).hasSize(2);

        desk.learn(desk.profileAfter(1, "q", 4, boris));
        desk.reconcile();
        assertThat(desk.sources(anna)).containsExactly(anna.source());
        assertThat(desk.sources(boris)).containsExactly(boris.source());
        assertThat(separations(desk.workspace)).containsExactly(other);
    }

    @Test
    void aDoubtAboutWhoeverIsKeptApartIsAskedOfNobody() {
        keepApart();
        ProfileSnapshot alone = desk.profileAfter(1, "p", 1, anna);
        desk.learn(new ProfileSnapshot(
                alone.schemaVersion(),
                alone.workspace(),
                alone.profile(),
                alone.epoch(),
                alone.version(),
                alone.rules(),
                alone.decision(),
                alone.members(),
                List.of(new RefusedLink(anna.source(), boris.source(), PHONE, "different-names"))));
        desk.learn(desk.profileAfter(1, "q", 2, boris));
        desk.reconcile();

        assertThat(requests("open")).isEmpty();
    }

    @Test
    void whoeverIsSeparatedIsNotAskedAboutAnyMore() {
        Client vera = Client.onTelegram(desk.workspace, "8001", "Vera").with(PHONE, Trust.STATED);
        desk.receive(vera.writes("v1", "Hello"));
        desk.editing.patch(desk.operator(), anna.lead(), 1, LeadChanges.none().stage("contacted"));
        desk.learn(desk.profile("p", 1, anna, vera));
        desk.reconcile();
        assertThat(requests("open")).hasSize(1);
        long version = desk.lead(vera).version();

        desk.separations.separate(
                desk.operator(), anna.lead().value(), vera.lead().value(), "sisters");

        assertThat(requests("open")).isEmpty();
        assertThat(requests("withdrawn")).hasSize(1);
        assertThat(desk.lead(vera).version()).isEqualTo(version + 1);
        assertThat(desk.lead(vera).possibleDuplicates()).isEmpty();
        assertThat(desk.announced(vera)).contains(version + 1);
    }

    @Test
    void whatCannotBeSeparatedIsRefusedByField() {
        WorkspaceId theirs = desk.newWorkspace();
        Client stranger = Client.onTelegram(theirs, "9001", "Stranger");
        desk.receive(stranger.writes("s1", "Hello"));
        String a = anna.source().value();

        assertProblem(404, "a", () -> separate("nobody", a));
        assertProblem(404, "b", () -> separate(a, stranger.source().value()));
        assertProblem(404, "b", () -> separate(a, stranger.lead().value()));
        assertProblem(422, "b", () -> separate(a, a));
        assertProblem(422, "b", () -> separate(a, anna.lead().value()));
        assertProblem(422, "b", () -> separate(anna.lead().value(), anna.lead().value()));
        assertProblem(404, () -> desk.separations.lift(desk.operator(), "nothing"));
        assertThat(desk.count("decision_turn")).isZero();
    }

    @Test
    void commandsNeedTheirScopesAndThoseThatUniteTheRightToMerge() {
        Caller reader = may(Scope.LEAD_READ);
        Caller separator = may(Scope.SEPARATION_EDIT, Scope.IDENTIFIER_SHARE);

        assertProblem(403, () -> desk.separations.separate(reader, "a", "b", "no"));
        assertProblem(403, () -> desk.keepingApart.keep(reader, "a", "b", "no"));
        assertProblem(403, () -> desk.sharing.share(reader, PHONE, "office"));
        assertProblem(403, () -> desk.sharing.preview(reader, PHONE));

        Separation made = desk.separations.separate(
                separator, anna.source().value(), boris.source().value(), "brothers");
        desk.keepingApart.keep(separator, anna.lead().value(), boris.lead().value(), "two cars");
        desk.sharing.share(separator, PHONE, "office");
        assertProblem(403, () -> desk.separations.lift(separator, made.id()));
        assertProblem(
                403,
                () -> desk.keepingApart.end(
                        separator, anna.lead().value(), boris.lead().value(), ""));
        assertProblem(403, () -> desk.sharing.end(separator, PHONE, ""));
        assertThat(desk.count("decision_turn")).isEqualTo(3);
    }

    @Test
    void anotherWorkspaceSeesNoneOfIt() {
        Separation made = separate();
        desk.sharing.share(desk.operator(), PHONE, "office");
        WorkspaceId theirs = desk.newWorkspace();
        Caller stranger = new Caller(theirs, desk.operator().actor(), Set.of(Scope.values()));

        assertThat(separations(theirs)).isEmpty();
        assertThat(desk.sharing.list(theirs, Optional.empty(), 10).items()).isEmpty();
        assertThat(desk.sharing.preview(stranger, PHONE).sources()).isZero();
        assertProblem(404, () -> desk.separations.lift(stranger, made.id()));
        assertProblem(404, () -> desk.sharing.end(stranger, PHONE, ""));
    }

    @Test
    void leadsThatAreKeptApartSayOfWhomAndStayTwo() {
        KeptApart kept = keepApart();
        KeptApart again = desk.keepingApart.keep(
                desk.operator(), boris.lead().value(), anna.lead().value(), "again");

        assertThat(again.id()).isEqualTo(kept.id());
        assertThat(again.reason()).isEqualTo("two cars");
        assertThat(desk.lead(anna).keptApartFrom()).containsExactly(boris.lead());
        assertThat(desk.lead(boris).keptApartFrom()).containsExactly(anna.lead());
        assertThat(desk.lead(anna).version()).isEqualTo(2);
        assertThat(desk.announced(boris)).contains(2L);

        desk.learn(desk.profileAfter(1, "p", 1, anna, boris));
        desk.reconcile();
        assertThat(desk.sources(anna)).hasSize(1);
        assertThat(requests("open")).isEmpty();
    }

    @Test
    void onceTheyAreKeptApartNoLongerTheNextProfileMerges() {
        keepApart();
        desk.keepingApart.end(desk.operator(), boris.lead().value(), anna.lead().value(), "one car");

        assertThat(desk.lead(anna).keptApartFrom()).isEmpty();
        assertThat(desk.lead(anna).version()).isEqualTo(3);
        desk.learn(desk.profileAfter(2, "p", 1, anna, boris));
        desk.reconcile();
        assertThat(desk.sources(anna)).hasSize(2);
        assertProblem(
                422,
                "b",
                () -> desk.keepingApart.end(
                        desk.operator(), anna.lead().value(), boris.lead().value(), ""));
    }

    @Test
    void whatCannotBeKeptApartIsRefusedByField() {
        String a = anna.lead().value();

        assertProblem(404, "b", () -> desk.keepingApart.keep(desk.operator(), a, "nobody", "no"));
        assertProblem(
                404,
                "a",
                () -> desk.keepingApart.keep(desk.operator(), anna.source().value(), a, "a source is no lead"));
        assertProblem(422, "b", () -> desk.keepingApart.keep(desk.operator(), a, a, "no"));
        assertProblem(
                404,
                () -> desk.keepingApart.end(desk.operator(), a, boris.lead().value(), ""));
    }

    @Test
    void whoOnlyStatesASharedIdentifierMergesWithNobody() {
        Client annaOnWhatsapp =
                new Client(desk.workspace, "whatsapp", "49176", "Anja", List.of()).with(PHONE, Trust.VERIFIED);
        desk.receive(annaOnWhatsapp.writes("w1", "Hello", START.plusSeconds(7)));

        SharedIdentifier.Affected affected = desk.sharing.preview(desk.operator(), PHONE);
        SharedIdentifier shared = desk.sharing.share(desk.operator(), PHONE, "office");
        SharedIdentifier again = desk.sharing.share(desk.operator(), PHONE, "once more");
        desk.learn(desk.profile("p", 1, anna, boris, annaOnWhatsapp));
        desk.reconcile();

        assertThat(affected).isEqualTo(new SharedIdentifier.Affected("phone", "", PHONE.value(), 3, 2, 3));
        assertThat(again).isEqualTo(shared);
        assertThat(desk.sharing.list(desk.workspace, Optional.empty(), 10).items())
                .containsExactly(shared);
        assertThat(desk.sources(anna)).containsExactlyInAnyOrder(anna.source(), annaOnWhatsapp.source());
        assertThat(desk.sources(boris)).containsExactly(boris.source());
        assertThat(requests("open")).isEmpty();

        desk.sharing.end(desk.operator(), PHONE, "they moved");
        desk.learn(desk.profile("p", 2, anna, boris, annaOnWhatsapp));
        desk.reconcile();
        assertThat(desk.sources(boris)).hasSize(3);
        assertProblem(404, () -> desk.sharing.end(desk.operator(), PHONE, ""));
    }

    private void takenForOne() {
        desk.learn(desk.profile("p", 1, anna, boris));
        desk.reconcile();
        assertThat(desk.sources(anna)).hasSize(2);
    }

    private Separation separate() {
        return separate(anna.source().value(), boris.source().value());
    }

    private Separation separate(String a, String b) {
        return desk.separations.separate(desk.operator(), a, b, "brothers");
    }

    private KeptApart keepApart() {
        return desk.keepingApart.keep(
                desk.operator(), anna.lead().value(), boris.lead().value(), "two cars");
    }

    private List<Separation> separations(WorkspaceId workspace) {
        return desk.separations.list(workspace, Optional.empty(), 10).items();
    }

    private List<MergeRequest> requests(String status) {
        return desk.requests.list(desk.workspace, status, Optional.empty(), 10).items();
    }

    private Caller may(Scope... scopes) {
        return new Caller(desk.workspace, desk.operator().actor(), Set.of(scopes));
    }

    private List<Long> seqs() {
        return desk.transactions()
                .in(
                        desk.workspace,
                        () -> desk.jdbc()
                                .sql("SELECT seq FROM decision_turn ORDER BY seq")
                                .query((row, i) -> row.getLong("seq"))
                                .list());
    }

    private static void assertProblem(int status, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(status));
    }

    private static void assertProblem(int status, String field, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.getStatusCode().value()).isEqualTo(status);
            assertThat(problem.getBody().getProperties().get("errors"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(FieldProblem.class))
                    .extracting(FieldProblem::field)
                    .containsExactly(field);
        });
    }
}
