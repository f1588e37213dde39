package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody meets who types the command: a start, a second start, or one sentence about what is wrong. */
@ExtendWith(RunningLeadbraid.class)
class StartIT {

    private static final Duration GENEROUS = Duration.ofSeconds(120);

    private final Launch launch = Launch.afresh("started");

    @AfterEach
    void stopOrphan() {
        launch.stopOrphan();
    }

    @Test
    void startsAgainWithItsDataAfterAStopAndAfterAKill() throws IOException {
        try (Program first = launch.start()) {
            first.ready()
                    .call("POST", "/api/v1/inbound", Map.of("channel", "probe", "externalUserId", "anna"))
                    .expected();
            print("first start", first);
        }
        try (Program second = launch.option("--demo").start()) {
            Outside outside = second.ready();
            print("after a clean stop", second);
            awaitAnna(outside);
            await("the page of the demo")
                    .atMost(GENEROUS)
                    .until(() -> outside.get("/demo", Map.of()).status() == 200);
            second.kill();
        }
        try (Program third = launch.start()) {
            Outside outside = third.ready();
            print("after kill -9", third);
            awaitAnna(outside);
        }
    }

    /** What a stopped process had acknowledged and not yet worked off is worked off by the next. */
    private static void awaitAnna(Outside outside) {
        await().atMost(GENEROUS).until(() -> find(outside).status() == 200);
    }

    private static Answer find(Outside outside) {
        return outside.get("/api/v1/sources", Map.of("channel", "probe", "externalUserId", "anna"));
    }

    private static void print(String when, Program program) {
        System.out.printf("%-20s ready after %5d ms%n", when, program.age().toMillis());
        assertThat(program.age()).isLessThan(GENEROUS);
    }

    @Test
    void saysWhichOptionItDoesNotKnow() {
        assertRefused(launch.option("--prot", "8081"), "--prot");
    }

    @Test
    void saysWhichPortIsNone() {
        assertRefused(new Launch(launch.data(), java.util.List.of("--port", "http"), Map.of()), "--port");
    }

    @Test
    void saysWhichRoleThereIsNot() {
        assertRefused(launch.with("LEADBRAID_ROLES", "resolver,cleaner"), "cleaner");
    }

    @Test
    void saysWhatTheDatabaseNeeds() {
        assertRefused(
                launch.with("LEADBRAID_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/leadbraid"),
                "LEADBRAID_DATABASE_USERNAME");
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefused(new Launch(launch.data(), java.util.List.of("--port", port), Map.of()), port);
        }
    }

    @Test
    void saysThatTheDataFolderIsInUse(Outside running) {
        assertThat(running.url()).isNotNull();
        Path used = Launch.afresh("unused").data().resolveSibling("shared");

        assertRefused(Launch.on(used), used.toString());
    }

    private static void assertRefused(Launch launch, String because) {
        try (Program program = launch.start()) {
            assertThat(program.exitCode()).isNotZero();
            assertThat(program.said()).contains(because).doesNotContain("\tat ", "Caused by", "Leadbraid is ready");
        }
    }
}
