package io.leadbraid.app.outside;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads back what has become of somebody's messages. */
final class Reading {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Outside outside;

    Reading(Outside outside) {
        this.outside = outside;
    }

    boolean isKnown(String channel, String account, String user) {
        return source(channel, account, user).status() == 200;
    }

    private Answer source(String channel, String account, String user) {
        return outside.get("/api/v1/sources", Map.of("channel", channel, "account", account, "externalUserId", user));
    }

    /** The lead of a source, once there is one. */
    JsonNode lead(String channel, String account, String user) {
        await("a lead of " + user).atMost(PATIENCE).pollInterval(PAUSE).until(() -> {
            Answer answer = source(channel, account, user);
            return answer.status() == 200 && answer.json().path("lead").isObject();
        });
        return source(channel, account, user).json().get("lead");
    }

    /** The one lead that the search finds, once there is one. */
    JsonNode found(String words) {
        await("a lead with " + words)
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(() -> outside.all("/api/v1/leads", Map.of("q", words)).size() == 1);
        return outside.all("/api/v1/leads", Map.of("q", words)).getFirst();
    }

    /** The lead of a source, once it has so many sources. */
    JsonNode leadOf(int sources, String channel, String account, String user) {
        await("a lead of " + sources + " sources with " + user)
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(() -> lead(channel, account, user).get("sources").size() == sources);
        return lead(channel, account, user);
    }

    /** What stands on the timeline, once there are so many messages. */
    List<String> texts(int messages, JsonNode lead) {
        String id = lead.get("id").asString();
        await("messages of " + id)
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(() -> texts(id).size() >= messages);
        return texts(id);
    }

    private List<String> texts(String lead) {
        return outside.all("/api/v1/leads/" + lead + "/timeline", Map.of()).stream()
                .map(item -> item.get("text").asString())
                .toList();
    }
}
