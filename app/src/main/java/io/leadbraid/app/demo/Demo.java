package io.leadbraid.app.demo;

import io.leadbraid.access.ApiKeys;
import io.leadbraid.access.Scope;
import io.leadbraid.access.Workspaces;
import io.leadbraid.app.PrivateFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/** A workspace {@code demo} with all channels, three clients whose story is told, and then a client now and then. */
public final class Demo {

    private static final String WORKSPACE = "demo";

    private final Environment environment;
    private final ObjectProvider<Workspaces> workspaces;
    private final ObjectProvider<ApiKeys> keys;
    private final AtomicReference<Optional<Stage>> stage = new AtomicReference<>(Optional.empty());

    Demo(Environment environment, ObjectProvider<Workspaces> workspaces, ObjectProvider<ApiKeys> keys) {
        this.environment = environment;
        this.workspaces = workspaces;
        this.keys = keys;
    }

    /** Tells the story, then goes on with gentle traffic in the background. */
    public void play(PrintStream out) {
        workspaces.getObject().createIfMissing(WORKSPACE);
        String key = key();
        keys.getObject().register(Workspaces.idOf(WORKSPACE), "demo", key, EnumSet.allOf(Scope.class));
        URI url = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        Stage set = Stage.set(url, url, key);
        stage.set(Optional.of(set));
        new Story(set, new Random()).tell(out);
        out.println();
        out.println("Now it is your turn:");
        out.println("  " + url + "/demo   four phones beside the leads that come of them");
        out.println("  curl -H 'Authorization: Bearer " + key + "' " + url + "/api/v1/leads");
        out.println("A new client arrives every few seconds. Ctrl-C stops everything.");
        out.flush();
        Thread.ofVirtual().name("demo-traffic").start(new Traffic(set, new Random())::run);
    }

    /** The same at each start: the secrets of its channels follow from it. */
    private String key() {
        Path file = Path.of(environment.getRequiredProperty("leadbraid.data"), "demo-key");
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, ApiKeys.draw());
            }
            return Files.readString(file).trim();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep the key of the demo in " + file, failure);
        }
    }

    /** Where it plays; empty unless it does. */
    Optional<Stage> stage() {
        return stage.get();
    }
}
