package io.leadbraid.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;

/** What the terminal shows once everything serves. */
final class Welcome {

    static final String KEY_FILE = "api-key";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Environment environment;
    private final HealthEndpoint health;

    Welcome(Environment environment, HealthEndpoint health) {
        this.environment = environment;
        this.health = health;
    }

    /** Waits until all parts report that they work, then says where they are. */
    void print(PrintStream out) {
        awaitHealth(out);
        String url = "http://localhost:" + environment.getProperty("local.server.port");
        Path data = Path.of(environment.getRequiredProperty("leadbraid.data")).normalize();
        out.println("Leadbraid is ready: " + url);
        out.println("  API docs  " + url + "/swagger-ui.html (OpenAPI: " + url + "/v3/api-docs)");
        out.println("  Kafka     " + environment.getProperty("leadbraid.kafka"));
        out.println("  Data      " + data + ", log in " + environment.getProperty("logging.file.name"));
        if (Files.exists(data.resolve(KEY_FILE))) {
            out.println("  API key   in " + data.resolve(KEY_FILE) + " (workspace default)");
        }
        out.flush();
    }

    private void awaitHealth(PrintStream out) {
        long complain = System.nanoTime() + PATIENCE.toNanos();
        while (!Status.UP.equals(health.health().getStatus())) {
            if (System.nanoTime() > complain) {
                out.println("Not ready yet; /actuator/health says which part. Still waiting.");
                complain = System.nanoTime() + PATIENCE.toNanos();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
