package io.leadbraid.ingestion;

import io.leadbraid.model.topic.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** Requests as the world sends them. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String base;

    Http(String base) {
        this.base = base;
    }

    /** A request that can be sent again. */
    public record Delivery(String method, String path, Map<String, String> headers, byte[] body) {

        public static Delivery post(String path, Map<String, String> headers, String body) {
            return new Delivery("POST", path, headers, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    public record Answer(int status, Map<String, String> headers, String body) {

        public JsonNode json() {
            return Json.MAPPER.readTree(body);
        }
    }

    /** What Meta puts into {@code X-Hub-Signature-256}. */
    public static String metaSignature(String appSecret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Answer send(Delivery delivery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + delivery.path()))
                .method(delivery.method(), HttpRequest.BodyPublishers.ofByteArray(delivery.body()));
        delivery.headers().forEach(request::header);
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    public Answer post(String path, String body, Map<String, String> headers) {
        return send(Delivery.post(path, headers, body));
    }

    public Answer withKey(String method, String path, String key, String body, String... moreHeaders) {
        Map<String, String> headers = new java.util.HashMap<>();
        headers.put("Authorization", "Bearer " + key);
        headers.put("Content-Type", "application/json");
        for (int i = 0; i < moreHeaders.length; i += 2) {
            headers.put(moreHeaders[i], moreHeaders[i + 1]);
        }
        return send(new Delivery(method, path, headers, body.getBytes(StandardCharsets.UTF_8)));
    }
}
