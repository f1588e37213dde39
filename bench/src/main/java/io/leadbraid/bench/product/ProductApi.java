package io.leadbraid.bench.product;

import io.leadbraid.bench.stream.Webhooks.Doors;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's public API, as far as the benchmark needs it. */
public final class ProductApi implements AutoCloseable {

    /** The Telegram bot's id, which is the account of its sources. */
    public static final String BOT = "7000000042";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int REFUSED = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final URI product;

    public ProductApi(InetSocketAddress product) {
        this.product = URI.create("http://" + product.getHostString() + ":" + product.getPort());
    }

    /** Makes a Telegram channel and a form. */
    public Doors createDoors() throws IOException, InterruptedException {
        JsonNode telegram = create("""
                {"kind": "telegram", "name": "Bench bot", "settings": {"botToken": "%s:bench"}}""".formatted(BOT));
        JsonNode form = create("""
                {"kind": "form", "name": "Bench form", "settings": {"defaultRegion": "DE"}}""");
        return new Doors(
                "/hooks/telegram/" + telegram.get("id").asString(),
                telegram.get("settings").get("secretToken").asString(),
                "/hooks/forms/" + form.get("id").asString(),
                Installation.API_KEY);
    }

    /** The product's own timer from reception to lead, since its start. */
    public LatencyHistogram latencies() throws IOException, InterruptedException {
        return LatencyHistogram.parse(send(request("/actuator/prometheus").GET()));
    }

    private JsonNode create(String channel) throws IOException, InterruptedException {
        return json.readTree(send(request("/api/v1/channels").POST(BodyPublishers.ofString(channel))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(product.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Installation.API_KEY)
                .header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= REFUSED) {
            throw new IllegalStateException(answer.uri().getPath() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
