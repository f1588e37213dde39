package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.app.outside.Mirror.SeenLead;
import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Handle;
import io.leadbraid.simulator.population.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** Whether the API shows a crowd as it is, once everything has been worked off. */
final class CrowdChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int SHOWN = 5;

    private CrowdChecks() {}

    /** Waits until the leads are the people, with all that they have written. */
    static void awaitShown(Mirror mirror, Part part) {
        Map<Address, Long> messages = part.messages();
        Set<Set<Address>> people = Oracle.people(part);
        try {
            await().atMost(PATIENCE).pollInterval(PAUSE).until(() -> isShown(mirror.leads(), people, messages));
        } catch (ConditionTimeoutException late) {
            List<SeenLead> leads = mirror.leads();
            assertSamePeople(leads, people);
            assertThat(messagesIn(leads)).as("messages of each source").isEqualTo(messages);
        }
    }

    private static boolean isShown(List<SeenLead> leads, Set<Set<Address>> people, Map<Address, Long> messages) {
        return peopleIn(leads).equals(people) && messagesIn(leads).equals(messages);
    }

    static void assertShown(Mirror mirror, Part part) {
        awaitShown(mirror, part);
        List<SeenLead> leads = mirror.leads();
        assertThat(leads.stream().mapToInt(lead -> lead.addresses().size()).sum())
                .as("each address is one source of one lead")
                .isEqualTo(part.messages().size());
        Map<String, Long> shown = mirror.tagsOnTimelines(leads);
        assertThat(shown.keySet())
                .as("each message stands on a timeline")
                .isEqualTo(part.tags().keySet());
        assertThat(shown.entrySet()).as("once").allMatch(tag -> tag.getValue() == 1);
        assertThat(leads).allSatisfy(lead -> {
            assertThat(lead.phones()).isEqualTo(part.claimed(Handle.Kind.PHONE, lead.addresses()));
            assertThat(lead.emails()).isEqualTo(part.claimed(Handle.Kind.EMAIL, lead.addresses()));
        });
    }

    private static Set<Set<Address>> peopleIn(List<SeenLead> leads) {
        return leads.stream().map(lead -> Set.copyOf(lead.addresses())).collect(Collectors.toSet());
    }

    private static void assertSamePeople(List<SeenLead> leads, Set<Set<Address>> people) {
        Set<Set<Address>> seen = peopleIn(leads);
        Set<Set<Address>> missing = new HashSet<>(people);
        missing.removeAll(seen);
        Set<Set<Address>> wrong = new HashSet<>(seen);
        wrong.removeAll(people);
        assertThat(missing.isEmpty() && wrong.isEmpty())
                .as(
                        "%d people are no lead, such as %s; %d leads are no person, such as %s",
                        missing.size(),
                        missing.stream().limit(SHOWN).toList(),
                        wrong.size(),
                        wrong.stream().limit(SHOWN).toList())
                .isTrue();
    }

    static Map<Address, Long> messagesIn(List<SeenLead> leads) {
        Map<Address, Long> messages = new HashMap<>();
        leads.forEach(lead -> lead.messages().forEach((address, count) -> messages.merge(address, count, Long::sum)));
        return messages;
    }
}
