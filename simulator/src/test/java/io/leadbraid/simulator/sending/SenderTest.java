package io.leadbraid.simulator.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leadbraid.simulator.population.Parameters;
import io.leadbraid.simulator.population.Place;
import io.leadbraid.simulator.population.Population;
import io.leadbraid.simulator.population.Post;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SenderTest {

    private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();
    private final Deque<String> received = new ConcurrentLinkedDeque<>();
    private final List<Post> posts = Population.of(new Population.Wish(
                    Parameters.defaults(),
                    1,
                    0,
                    100,
                    Instant.parse("2026-11-21T12:00:00Z"),
                    EnumSet.of(Place.Kind.PUSH),
                    false))
            .part()
            .inTime();
    private HttpServer server;
    private Sender sender;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/channels", exchange -> answer(exchange, 200));
        server.createContext("/api/v1/inbound", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, answers.isEmpty() ? 202 : answers.poll());
        });
        server.start();
        Instance instance = new Instance(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "key");
        sender = new Sender(instance, Doors.open(instance, List.of()), 500, () -> false);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void sendsAgainWhatWasPutOff() {
        answers.addAll(List.of(503, 429));

        sender.send(posts.subList(0, 1), answered -> {});

        assertThat(sender.tally().taken()).isEqualTo(1);
        assertThat(sender.tally().tries()).isEqualTo(Map.of(503, 1, 429, 1));
        assertThat(received).hasSize(3).containsOnly(received.getFirst());
    }

    @Test
    void countsWhatWasRefusedAndSendsItNoMore() {
        answers.add(404);

        sender.send(posts.subList(0, 10), answered -> {});

        assertThat(sender.tally().refused()).isEqualTo(Map.of(404, 1));
        assertThat(sender.tally().taken()).isEqualTo(9);
        assertThat(sender.taken()).hasSizeLessThanOrEqualTo(9);
        assertThat(received).hasSize(10);
    }

    @Test
    void givesUpWhereNothingIsTaken() {
        posts.forEach(post -> answers.add(401));

        assertThatThrownBy(() -> sender.send(posts, answered -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("401");
    }
}
