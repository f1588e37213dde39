package io.leadbraid.app.demo;

import io.leadbraid.access.ApiKeys;
import io.leadbraid.access.Scope;
import io.leadbraid.access.Workspaces;
import java.io.PrintStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/** A workspace {@code demo} with two channels, three clients whose story is told, and then a client now and then. */
public final class Demo {

    private static final String WORKSPACE = "demo";

    private final Environment environment;
    private final ObjectProvider<Workspaces> workspaces;
    private final ObjectProvider<ApiKeys> keys;

    Demo(Environment environment, ObjectProvider<Workspaces> workspaces, ObjectProvider<ApiKeys> keys) {
        this.environment = environment;
        this.workspaces = workspaces;
        this.keys = keys;
    }

    /** Tells the story, then goes on with gentle traffic in the background. */
    public void play(PrintStream out) {
        workspaces.getObject().createIfMissing(WORKSPACE);
        String key = ApiKeys.draw();
        keys.getObject().register(Workspaces.idOf(WORKSPACE), "demo", key, EnumSet.allOf(Scope.class));
        URI url = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        Leadbraid leadbraid = new Leadbraid(url, url, key);
        DemoChannels channels = DemoChannels.create(leadbraid);
        Story story = new Story(leadbraid, channels, RandomGenerator.getDefault());
        story.tell(out);
        out.println();
        out.println("Now it is your turn, in the workspace demo:");
        out.println("  curl -H 'Authorization: Bearer " + key + "' " + url + "/api/v1/leads");
        out.println("A new client arrives every few seconds. Ctrl-C stops everything.");
        out.flush();
        Thread.ofVirtual()
                .name("demo-traffic")
                .start(new Traffic(leadbraid, channels, RandomGenerator.getDefault())::run);
    }
}
