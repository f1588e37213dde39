package io.leadbraid.app.outside;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
record Answer(int status, String contentType, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    boolean isAcknowledgement() {
        return status / 100 == 2 || status == 303;
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** @throws IllegalStateException when it is anything but a success */
    JsonNode expected() {
        if (!isAcknowledgement()) {
            throw new IllegalStateException("answered " + status + ": " + body);
        }
        return json();
    }
}
