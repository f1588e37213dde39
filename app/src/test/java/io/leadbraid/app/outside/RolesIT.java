package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.app.demo.Stage;
import io.leadbraid.app.demo.Story;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same jar as four processes, on servers that somebody else runs. */
class RolesIT {

    @Test
    void tellsTheDemoStoryWithEachRoleInAProcessOfItsOwn() throws Exception {
        try (TestDatabase database = TestServers.database();
                Program merger = launch("merger", database).start();
                Program resolver = launch("resolver", database).start();
                Program ingestion = launch("ingestion", database).start();
                Program api = launch("api", database).start()) {
            resolver.ready();
            merger.ready();
            URI doors = ingestion.ready().url();
            URI reads = api.ready().url();
            ByteArrayOutputStream told = new ByteArrayOutputStream();

            boolean oneLeadEach = new Story(Stage.set(doors, reads, Launch.KEY), new Random(1))
                    .tell(new PrintStream(told, true, StandardCharsets.UTF_8));

            assertThat(oneLeadEach).as(told.toString(StandardCharsets.UTF_8)).isTrue();
        }
    }

    private static Launch launch(String role, TestDatabase database) {
        return Launch.afresh(role)
                .with("LEADBRAID_ROLES", role)
                .with("LEADBRAID_KAFKA", TestServers.kafka())
                .with("LEADBRAID_DATABASE_URL", database.jdbcUrl())
                .with("LEADBRAID_DATABASE_USERNAME", database.access().owner().username())
                .with("LEADBRAID_DATABASE_PASSWORD", database.access().owner().password())
                .with("LEADBRAID_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    }
}
