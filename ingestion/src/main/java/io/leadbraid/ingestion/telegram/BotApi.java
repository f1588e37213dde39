package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.model.topic.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is asked of Telegram itself (https://core.telegram.org/bots/api#making-requests). Addresses hold tokens: none may be told. */
final class BotApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Telegram's own words for these are final: the token or the address is wrong. */
    private static final List<Integer> FINAL = List.of(400, 401, 403, 404);

    sealed interface Result {
        record Done() implements Result {}

        /** @param isFinal whether to ask again is of no use */
        record Refused(String reason, boolean isFinal) implements Result {}
    }

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    BotApi(String address) {
        this.address = address;
    }

    /** All kinds of updates but three are to come, whatever was asked for before: a new kind must not pass unseen. */
    Result setWebhook(String token, String url, String secret) {
        Map<String, Object> wanted = Map.of("url", url, "secret_token", secret, "allowed_updates", List.of());
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/bot" + token + "/setWebhook"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(wanted)))
                .build();
        try {
            return read(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException away) {
            return new Result.Refused("Telegram cannot be reached", false);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Result.Refused("interrupted", false);
        }
    }

    private static Result read(HttpResponse<byte[]> response) {
        JsonNode answer = JsonValues.document(response.body()).orElseGet(() -> Json.MAPPER.createObjectNode());
        return response.statusCode() == 200 && answer.path("ok").booleanValue(false)
                ? new Result.Done()
                : new Result.Refused(
                        "Telegram answers " + response.statusCode()
                                + JsonValues.line(answer.path("description"))
                                        .map(words -> ": " + words)
                                        .orElse(""),
                        FINAL.contains(response.statusCode()));
    }
}
