package io.leadbraid.app.demo;

import io.leadbraid.simulator.population.Place;
import io.leadbraid.simulator.population.Post;
import io.leadbraid.simulator.sending.Doors;
import io.leadbraid.simulator.sending.Instance;
import io.leadbraid.simulator.sending.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where the demo plays: a channel of each kind, and what an operator sees, all over the public webhooks and the API. */
public final class Stage {

    static final Place.Telegram BOT = new Place.Telegram(7_000_000_001L);
    static final Place.WhatsApp NUMBER = new Place.WhatsApp("320000000000001");
    static final Place.Avito SHOP = new Place.Avito(30_000_001L);
    static final Place.Form FORM = new Place.Form("demo form", "DE");

    private static final int REFUSED = 400;

    private final Instance ingestion;
    private final Instance api;
    private final Doors doors;

    private Stage(Instance ingestion, Instance api, Doors doors) {
        this.ingestion = ingestion;
        this.api = api;
        this.doors = doors;
    }

    /**
     * Sets the channels up.
     *
     * @param ingestion where webhooks and pushes go; may be the same as the API's
     */
    public static Stage set(URI ingestion, URI api, String key) {
        Instance taking = new Instance(ingestion, key);
        try {
            return new Stage(taking, new Instance(api, key), Doors.open(taking, List.of(BOT, NUMBER, SHOP, FORM)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws IllegalStateException when it is not taken */
    void send(Post post) {
        try {
            HttpResponse<String> answer = ingestion.send(doors.parcel(post));
            if (answer.statusCode() >= REFUSED) {
                throw new IllegalStateException(
                        answer.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The lead of a source, as soon as there is one. */
    Optional<JsonNode> leadOf(String channel, String account, String user) {
        return find("/api/v1/sources", Map.of("channel", channel, "account", account, "externalUserId", user))
                .map(found -> found.path("lead"))
                .filter(JsonNode::isObject);
    }

    /** The one lead that a search finds. */
    Optional<JsonNode> leadFor(String words) {
        return find("/api/v1/leads", Map.of("q", words))
                .map(found -> found.path("items"))
                .filter(items -> items.size() == 1)
                .map(items -> items.get(0));
    }

    JsonNode newestLeads(int limit) {
        return find("/api/v1/leads", Map.of("limit", Integer.toString(limit)))
                .orElseThrow(() -> new Refusal("There is no list of leads."))
                .path("items");
    }

    private Optional<JsonNode> find(String path, Map<String, String> parameters) {
        try {
            return api.find(path, parameters);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
