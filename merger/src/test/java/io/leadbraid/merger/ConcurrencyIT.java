package io.leadbraid.merger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Lead;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** Several listeners, several who compare, and people, all on the same leads at once. */
class ConcurrencyIT {

    private static final int PEOPLE = 60;
    private static final int MESSENGERS = 4;
    private static final int MESSAGES = 6;

    @Test
    void nothingIsLostAndNobodyWaitsForEver() throws Exception {
        Desk desk = new Desk();
        Random random = new Random(20261122);
        List<List<Client>> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            people.add(messengers(desk, person));
        }
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int listener = 0; listener < 3; listener++) {
            List<InboundContact> contacts = contacts(people, listener, random);
            work.add(() -> receiveInBatches(desk, contacts));
        }
        List<ProfileSnapshot> snapshots = snapshots(desk, people, random);
        work.add(() -> learnInBatches(desk, snapshots));
        work.add(() -> compare(desk));
        work.add(() -> compare(desk));
        work.add(() -> patch(desk, people));

        try (ExecutorService pool = Executors.newCachedThreadPool()) {
            for (Future<?> done : pool.invokeAll(work)) {
                done.get();
            }
        }
        desk.reconcile();

        assertThat(desk.count("message")).isEqualTo((long) PEOPLE * MESSENGERS * MESSAGES);
        assertThat(desk.count("source")).isEqualTo((long) PEOPLE * MESSENGERS);
        assertThat(desk.count("inquiry")).isEqualTo((long) PEOPLE * MESSENGERS);
        for (List<Client> person : people) {
            Lead lead = desk.lead(person.getFirst());
            Set<SourceId> sources =
                    new HashSet<>(person.stream().map(Client::source).toList());
            assertThat(lead.sources()).extracting(Lead.Source::id).containsExactlyInAnyOrderElementsOf(sources);
            assertThat(lead.sources()).allMatch(source -> source.messages() == MESSAGES);
            assertThat(desk.leads
                            .timeline(desk.workspace, lead.id(), Optional.empty(), 100)
                            .orElseThrow()
                            .items())
                    .hasSize(MESSENGERS * MESSAGES);
        }
        assertThat(desk.jdbc()
                        .sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                        .query(Long.class)
                        .single())
                .isZero();
        desk.close();
    }

    /** All verified, so that nothing has to be asked. */
    private static List<Client> messengers(Desk desk, int person) {
        Identifier phone = Identifier.phone("+4917600%06d".formatted(person));
        List<Client> messengers = new ArrayList<>();
        for (int i = 0; i < MESSENGERS; i++) {
            messengers.add(new Client(desk.workspace, "channel" + i, "user" + person, "Anna " + person, List.of())
                    .with(phone, Trust.VERIFIED));
        }
        return messengers;
    }

    private static List<InboundContact> contacts(List<List<Client>> people, int listener, Random random) {
        List<InboundContact> contacts = new ArrayList<>();
        for (List<Client> person : people) {
            for (int i = 0; i < MESSENGERS; i++) {
                for (int message = 0; message < MESSAGES && (i + 1) % 3 == listener; message++) {
                    Client client = person.get(i);
                    contacts.add(client.writes(client.user() + "-" + message, "text " + message));
                }
            }
        }
        Collections.shuffle(contacts, random);
        return contacts;
    }

    private static List<ProfileSnapshot> snapshots(Desk desk, List<List<Client>> people, Random random) {
        List<ProfileSnapshot> snapshots = new ArrayList<>();
        for (int size = 2; size <= MESSENGERS; size++) {
            for (int person = 0; person < people.size(); person++) {
                snapshots.add(desk.profile(
                        "p" + person, size, people.get(person).subList(0, size).toArray(Client[]::new)));
            }
        }
        Collections.shuffle(snapshots, random);
        return snapshots;
    }

    private static boolean receiveInBatches(Desk desk, List<InboundContact> contacts) {
        for (int from = 0; from < contacts.size(); from += 20) {
            List<InboundContact> batch = contacts.subList(from, Math.min(from + 20, contacts.size()));
            again(() -> desk.receive(batch));
        }
        return true;
    }

    private static boolean learnInBatches(Desk desk, List<ProfileSnapshot> snapshots) {
        for (int from = 0; from < snapshots.size(); from += 10) {
            ProfileSnapshot[] batch = snapshots
                    .subList(from, Math.min(from + 10, snapshots.size()))
                    .toArray(ProfileSnapshot[]::new);
            again(() -> desk.learn(batch));
        }
        return true;
    }

    private static boolean compare(Desk desk) {
        for (int i = 0; i < 60; i++) {
            desk.reconcile();
        }
        return true;
    }

    private static boolean patch(Desk desk, List<List<Client>> people) {
        for (List<Client> person : people) {
            Optional<Lead> lead =
                    desk.leads.find(desk.workspace, person.getLast().lead());
            try {
                lead.ifPresent(found -> desk.editing.patch(
                        desk.operator(),
                        found.id(),
                        found.version(),
                        LeadChanges.none().stage("contacted")));
            } catch (ProblemException overtaken) {
                assertThat(overtaken.getStatusCode().value()).isIn(409, 412);
            }
        }
        return true;
    }

    /** As a listener does that was disturbed by a merge. */
    private static void again(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (ConcurrencyFailureException disturbed) {
                if (attempt == 20) {
                    throw disturbed;
                }
            }
        }
    }
}
