package io.leadbraid.simulator.sending;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running product, over HTTP. */
public final class Instance {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final String JSON_TYPE = "application/json";
    private static final String PAGE = "200";

    private final URI url;
    private final String key;
    private final HttpClient http;

    public Instance(URI url, String key) {
        this.url = url;
        this.key = key;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Something that only somebody with this key can tell. */
    String secretFor(String name) {
        return Signing.hmac(key, name.getBytes(StandardCharsets.UTF_8)).substring(0, 40);
    }

    public HttpResponse<String> send(Parcel parcel) throws IOException {
        HttpRequest.Builder request = parcel.withKey() ? authorised(parcel.path()) : request(parcel.path());
        parcel.headers().forEach(request::header);
        return send(request.header("Content-Type", parcel.contentType())
                .POST(BodyPublishers.ofByteArray(parcel.body()))
                .build());
    }

    /**
     * With the key.
     *
     * @throws Refusal when the answer is no 2xx
     */
    JsonNode call(String method, String path, Object body) throws IOException {
        HttpResponse<String> response = send(authorised(path)
                .header("Content-Type", JSON_TYPE)
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        return expected(method + " " + path, response);
    }

    void delete(String path) throws IOException {
        var unused = expected("DELETE " + path, send(authorised(path).DELETE().build()));
    }

    /** Empty when there is none. */
    public Optional<JsonNode> find(String path, Map<String, String> parameters) throws IOException {
        HttpResponse<String> response =
                send(authorised(path + "?" + encoded(parameters)).GET().build());
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(expected("GET " + path, response));
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String path) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            String page = path + "?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor));
            JsonNode answer =
                    expected("GET " + path, send(authorised(page).GET().build()));
            answer.path("items").forEach(items::add);
            JsonNode next = answer.path("nextCursor");
            if (!next.isString()) {
                return items;
            }
            cursor = next.asString();
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder authorised(String path) {
        return request(path).header("Authorization", "Bearer " + key);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static JsonNode expected(String what, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new Refusal("The API key is not good for " + what + " (" + status
                    + "). Name one with --key or LEADBRAID_API_KEY.");
        }
        if (status / 100 != 2) {
            throw new Refusal(what + " was answered " + status + detail(response.body()));
        }
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String detail =
                    problem.path("detail").asString(problem.path("title").asString(""));
            String errors = problem.path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString("") + " "
                            + error.path("message").asString(""))
                    .collect(Collectors.joining(", "));
            return ": " + detail + (errors.isEmpty() ? "" : " (" + errors + ")");
        } catch (JacksonException none) {
            return ".";
        }
    }
}
