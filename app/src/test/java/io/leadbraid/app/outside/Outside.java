package io.leadbraid.app.outside;

import io.leadbraid.simulator.sending.Instance;
import io.leadbraid.simulator.sending.Parcel;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product over HTTP. */
final class Outside {

    static final String JSON_TYPE = "application/json";
    static final String FORM_TYPE = "application/x-www-form-urlencoded";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PAGE = "200";

    private final URI url;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = JsonMapper.builder().build();

    Outside(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    URI url() {
        return url;
    }

    /** The same for the simulator. */
    Instance asInstance() {
        return new Instance(url, key);
    }

    Answer send(Parcel parcel) throws IOException {
        HttpRequest.Builder request = parcel.withKey() ? authorised(parcel.path()) : request(parcel.path());
        parcel.headers().forEach(request::header);
        return send(
                request.header("Content-Type", parcel.contentType()).POST(BodyPublishers.ofByteArray(parcel.body())));
    }

    Answer get(String path, Map<String, String> parameters, String... headers) {
        try {
            return send(headers(authorised(path + "?" + encoded(parameters)), headers)
                    .GET());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path, Map<String, String> parameters) {
        List<JsonNode> items = new ArrayList<>();
        Map<String, String> page = new java.util.HashMap<>(parameters);
        page.put("limit", PAGE);
        while (true) {
            JsonNode answer = get(path, page).expected();
            answer.get("items").forEach(items::add);
            JsonNode next = answer.path("nextCursor");
            if (!next.isString()) {
                return items;
            }
            page.put("cursor", next.asString());
        }
    }

    /** With the key. */
    Answer call(String method, String path, Object body, String... headers) throws IOException {
        return send(headers(authorised(path), headers)
                .header("Content-Type", JSON_TYPE)
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** As platforms and browsers do it, without a key. */
    Answer post(String path, String contentType, byte[] body, String... headers) throws IOException {
        return send(headers(request(path), headers)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    byte[] bytes(Object body) {
        return json.writeValueAsBytes(body);
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

    private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
