package io.leadbraid.app.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Leadbraid as outsiders reach it: the webhooks of ingestion, and the API with a key. */
public final class Leadbraid {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int REFUSED = 400;
    private static final int NOT_FOUND = 404;

    private final URI ingestion;
    private final URI api;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** @param ingestion where webhooks and pushes go; may be the same as the API's */
    public Leadbraid(URI ingestion, URI api, String key) {
        this.ingestion = ingestion;
        this.api = api;
        this.key = key;
    }

    JsonNode get(String path, Map<String, String> parameters) {
        return send(authorised(api.resolve(path + "?" + encoded(parameters))).GET());
    }

    /** Like {@link #get}; an empty object where there is nothing yet. */
    JsonNode find(String path, Map<String, String> parameters) {
        HttpResponse<String> response = exchange(
                authorised(api.resolve(path + "?" + encoded(parameters))).GET());
        return response.statusCode() == NOT_FOUND ? json.createObjectNode() : body(response);
    }

    JsonNode createChannel(Object channel) {
        return send(authorised(ingestion.resolve("/api/v1/channels")).POST(BodyPublishers.ofString(text(channel))));
    }

    JsonNode push(Object contact) {
        return send(authorised(ingestion.resolve("/api/v1/inbound")).POST(BodyPublishers.ofString(text(contact))));
    }

    void telegram(String channel, String secret, Object update) {
        send(request(ingestion.resolve("/hooks/telegram/" + channel))
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(BodyPublishers.ofString(text(update))));
    }

    void form(String channel, Map<String, String> fields) {
        send(request(ingestion.resolve("/hooks/forms/" + channel))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    private HttpRequest.Builder authorised(URI target) {
        return request(target).header("Authorization", "Bearer " + key).header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder request(URI target) {
        return HttpRequest.newBuilder(target).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest.Builder request) {
        return body(exchange(request));
    }

    private JsonNode body(HttpResponse<String> response) {
        if (response.statusCode() >= REFUSED) {
            throw new IllegalStateException(
                    response.uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body().startsWith("{") ? json.readTree(response.body()) : json.createObjectNode();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private String text(Object value) {
        return json.writeValueAsString(value);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
