package io.leadbraid.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadbraid.model.InboundContact;
import io.leadbraid.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Records records = new Records(new WorkspaceId(new UUID(1, 2)), "7000000042");

    @Test
    void saysSomethingNewInAboutAFifthOfItsEventsHoweverLongItRuns() {
        Crowd crowd = new Crowd(7, 1);
        Truth truth = new Truth();

        for (int slice = 0; slice < 4; slice++) {
            contacts(crowd.next(40_000)).forEach(truth::add);

            assertThat(truth.newShare()).isCloseTo(0.22, within(0.02));
        }
    }

    @Test
    void repeatsItselfWithTheSameSeedAndSharesNobodyWithOtherNumbers() {
        List<ClientEvent> once = new Crowd(7, 1).next(1_000);

        assertThat(new Crowd(7, 1).next(1_000)).isEqualTo(once);
        assertThat(new Crowd(7, 1_000_000).next(1_000))
                .extracting(ClientEvent::number)
                .doesNotContainAnyElementsOf(
                        once.stream().map(ClientEvent::number).toList());
    }

    @Test
    void expectsALeadOncePerVisibleSourceAndEachJoinOnce() {
        List<ClientEvent> events = new Crowd(7, 1).next(20_000);
        List<InboundContact> contacts = contacts(events);

        List<Expectation> expectations = Expectation.of(events, contacts);

        long visible = events.stream()
                .filter(event -> event.outlet() != Outlet.FORM)
                .map(event -> event.person().number() + "/" + event.outlet())
                .distinct()
                .count();
        assertThat(expectations.stream().filter(expected -> expected.with().isEmpty()))
                .hasSize((int) visible);
        assertThat(expectations.stream().filter(expected -> expected.with().isPresent()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void sendsWholeRequestsWhoseLengthIsTrue() {
        Webhooks webhooks =
                new Webhooks("127.0.0.1:1", new Webhooks.Doors("/hooks/telegram/a", "s", "/hooks/forms/b", "k"));

        for (ClientEvent event : new Crowd(7, 1).next(200)) {
            String request = new String(webhooks.request(event, NOON), StandardCharsets.UTF_8);
            String[] headAndBody = request.split("\r\n\r\n", 2);

            assertThat(headAndBody[0])
                    .contains("Content-Length: " + headAndBody[1].getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private List<InboundContact> contacts(List<ClientEvent> events) {
        return events.stream().map(event -> records.record(event, NOON)).toList();
    }
}
