package io.leadbraid.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final byte[] POST =
            "POST /hook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    @Test
    void sendsAllAtTheirTimesOverKeptConnectionsWhateverTheShapeOfTheAnswer() throws Exception {
        HttpServer server = server();
        try {
            List<byte[]> requests = Collections.nCopies(500, POST);

            Answers answers = new OpenLoop(server.getAddress()).send(requests, Schedule.soon(1_000));

            assertThat(answers.accepted()).isEqualTo(500);
            assertThat(answers.others()).isEmpty();
            assertThat(answers.elapsed()).isGreaterThan(490_000_000L);
            assertThat(answers.opened()).isLessThan(500);
            assertThat(answers.latencies().count()).isEqualTo(500);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void sendsNothingToOtherMachines() {
        InetSocketAddress elsewhere = new InetSocketAddress("192.0.2.1", 80);

        assertThatThrownBy(() -> new OpenLoop(elsewhere)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Answers now chunked, now with a length. */
    private static HttpServer server() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "answer".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, System.nanoTime() % 2 == 0 ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
