package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.app.outside.Mirror.SeenLead;
import io.leadbraid.testkit.population.Address;
import io.leadbraid.testkit.population.Handle;
import io.leadbraid.testkit.population.Population;
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
    private static final int SHOWN = 5;

    private CrowdChecks() {}

    static void assertShown(Mirror mirror, Population population) {
        Map<Address, Long> messages = population.messages();
        Set<Set<Address>> people = population.people();
        awaitQuietly(() ->
                messagesIn(mirror.leads()).equals(messages) && mirror.people().equals(people));
        List<SeenLead> leads = mirror.leads();

        assertThat(leads.stream().mapToInt(lead -> lead.addresses().size()).sum())
                .as("each address is one source of one lead")
                .isEqualTo(messages.size());
        assertSamePeople(leads, people);
        assertThat(messagesIn(leads)).as("messages of each source").isEqualTo(messages);
        assertThat(mirror.tagsOnTimelines(leads))
                .as("each message stands on one timeline, once")
                .isEqualTo(population.tags().keySet().stream().collect(Collectors.toMap(tag -> tag, tag -> 1L)));
        assertThat(leads).allSatisfy(lead -> {
            assertThat(lead.phones()).isEqualTo(population.claimed(Handle.Kind.PHONE, lead.addresses()));
            assertThat(lead.emails()).isEqualTo(population.claimed(Handle.Kind.EMAIL, lead.addresses()));
        });
    }

    private static void awaitQuietly(java.util.concurrent.Callable<Boolean> settled) {
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(settled);
        } catch (ConditionTimeoutException late) {
            // What differs is said better by the assertions that follow.
            return;
        }
    }

    private static void assertSamePeople(List<SeenLead> leads, Set<Set<Address>> people) {
        Set<Set<Address>> seen =
                leads.stream().map(lead -> Set.copyOf(lead.addresses())).collect(Collectors.toSet());
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
