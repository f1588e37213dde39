package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.simulator.population.Population;
import io.leadbraid.simulator.population.Post;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** V1 and V3: whatever ends the process, what got a 2xx is there, and everything is there at most once. */
class KilledIT {

    private static final int ROUNDS = 10;
    private static final int POSTS = 200;
    private static final int PEOPLE = 800;
    private static final int BLOCK = 5;
    private static final Duration GENEROUS = Duration.ofSeconds(120);

    private final Launch launch = Launch.afresh("killed");

    @AfterEach
    void stopOrphan() {
        launch.stopOrphan();
    }

    @Test
    void losesAndDoublesNothingWhateverEndsTheProcess() throws Exception {
        Population population = Crowd.population(31, BLOCK, PEOPLE);
        List<Post> posts = population.part().posts();
        Crowd crowd;
        try (Program program = launch.start()) {
            crowd = Crowd.at(program.ready(), population).withMarkedForms();
        }
        Sending sending = new Sending(crowd);

        for (int round = 0; round < ROUNDS; round++) {
            List<Post> slice = posts.subList(round * POSTS, (round + 1) * POSTS);
            try (Program program = launch.start()) {
                Outside outside = restarted(program, "round " + round);
                sending.through(outside, slice, program::kill);
            }
        }
        int sent = ROUNDS * POSTS;
        interruptedAmid(sending, posts.subList(sent, sent + POSTS));

        try (Program program = launch.start()) {
            Outside outside = restarted(program, "after SIGTERM");
            Mirror mirror = new Mirror(outside, crowd);
            assertNothingLostOrDoubled(mirror, sending);
            sending.allTaken(outside, sending.unacknowledged());
            sending.allTaken(outside, posts.subList(sent + POSTS, posts.size()));
            CrowdChecks.awaitShown(mirror, population.part());
            sending.allTaken(outside, population.coda().posts());
            CrowdChecks.assertShown(mirror, population.whole());
        }
    }

    private void interruptedAmid(Sending sending, List<Post> posts) throws InterruptedException, IOException {
        try (Program program = launch.start()) {
            Outside outside = restarted(program, "before SIGTERM");
            sending.through(outside, posts, program::interrupt);

            // 143 is how the Java launcher says that it stopped in good order because of SIGTERM.
            assertThat(program.exitCode()).isIn(0, 143);
            assertThat(program.said()).doesNotContain("\tat ", "Exception");
        }
    }

    /** Measures what an operator would feel: when it serves again, and when the next client is on his lead. */
    private static Outside restarted(Program program, String when) throws IOException {
        Outside outside = program.ready();
        Duration ready = program.age();
        String user = Long.toString(System.nanoTime());
        Instant written = Instant.now();
        outside.call(
                        "POST",
                        "/api/v1/inbound",
                        Map.of("channel", "probe", "externalUserId", user, "text", "still there?"))
                .expected();
        await("the first new message is on its lead")
                .atMost(GENEROUS)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> hasLead(outside, user));
        Duration onLead = Duration.between(written, Instant.now());
        System.out.printf(
                "%-16s ready after %5d ms, first new message on its lead %5d ms later%n",
                when, ready.toMillis(), onLead.toMillis());
        assertThat(ready).isLessThan(GENEROUS);
        return outside;
    }

    private static boolean hasLead(Outside outside, String user) {
        Answer answer = outside.get("/api/v1/sources", Map.of("channel", "probe", "externalUserId", user));
        return answer.status() == 200 && answer.json().path("lead").isObject();
    }

    private static void assertNothingLostOrDoubled(Mirror mirror, Sending sending) {
        Set<String> taken = tags(sending.acknowledged());
        // Until all merges are done, who reads one lead after the other sees a message twice, for an absorbed lead
        // answers with its survivor. What is stored twice stays so.
        await("what was taken is on timelines, each message once")
                .atMost(GENEROUS)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    Map<String, Long> shown = mirror.tagsOnTimelines(mirror.leads());
                    assertThat(shown.keySet()).containsAll(taken);
                    assertThat(shown.values()).containsOnly(1L);
                });
    }

    private static Set<String> tags(List<Post> posts) {
        return posts.stream()
                .flatMap(post -> post.messages().stream())
                .flatMap(message -> message.tag().stream())
                .collect(Collectors.toSet());
    }
}
