package io.leadbraid.ingestion.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookSettingTest {

    private static final String TOKEN = "42:AAEE";
    private static final String DONE = "{\"ok\":true,\"result\":true,\"description\":\"Webhook was set\"}";

    private final List<String> paths = new ArrayList<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private HttpServer telegram;
    private int status = 200;
    private String answer = DONE;
    private List<ConfiguredChannel> channels = List.of(bot(1));

    @BeforeEach
    void answer() throws IOException {
        telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        telegram.createContext("/", exchange -> {
            paths.add(exchange.getRequestURI().getPath());
            bodies.add(Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        telegram.start();
    }

    @AfterEach
    void stop() {
        telegram.stop(0);
    }

    private WebhookSetting setting() {
        return new WebhookSetting(
                () -> channels,
                channel -> "https://leads.example.com/hooks/telegram/" + channel.id(),
                new BotApi("http://localhost:" + telegram.getAddress().getPort()),
                (channel, problem) -> problems.add(problem));
    }

    private static ConfiguredChannel bot(long version) {
        return bot(version, Optional.of(TOKEN));
    }

    private static ConfiguredChannel bot(long version, Optional<String> token) {
        return new ConfiguredChannel(
                new WorkspaceId(new UUID(0, 1)),
                "c1",
                ChannelKind.TELEGRAM,
                "Bot",
                new ChannelSettings.Telegram(token, "secret"),
                version);
    }

    @Test
    void isToldOnceAndAgainAfterAChange() {
        WebhookSetting setting = setting();

        setting.settle();
        setting.settle();
        channels = List.of(bot(2));
        setting.settle();

        assertThat(paths).containsExactly("/bot42:AAEE/setWebhook", "/bot42:AAEE/setWebhook");
        assertThat(bodies.getFirst())
                .isEqualTo(
                        Json.MAPPER.readTree(
                                "{\"url\":\"https://leads.example.com/hooks/telegram/c1\",\"secret_token\":\"secret\",\"allowed_updates\":[]}"));
        assertThat(problems).isEmpty();
    }

    @Test
    void withoutATokenNobodyIsAsked() {
        channels = List.of(bot(1, Optional.empty()));

        setting().settle();

        assertThat(paths).isEmpty();
    }

    @Test
    void aWrongTokenIsSaidAndNotTriedAgainBeforeItIsChanged() {
        status = 401;
        answer = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}";
        WebhookSetting setting = setting();

        setting.settle();
        setting.settle();
        channels = List.of(bot(2));
        setting.settle();

        assertThat(paths).hasSize(2);
        assertThat(problems)
                .containsOnly("The webhook is not set: Telegram answers 401: Unauthorized")
                .hasSize(2);
    }

    @Test
    void whatTelegramCannotDoNowIsAskedAgain() {
        status = 429;
        answer = "too many";
        WebhookSetting setting = setting();

        setting.settle();
        status = 200;
        answer = DONE;
        setting.settle();
        setting.settle();

        assertThat(paths).hasSize(2);
        assertThat(problems).containsExactly("The webhook is not set: Telegram answers 429");
    }

    @Test
    void whenTelegramIsAwayTheTokenIsNotTold() {
        telegram.stop(0);

        setting().settle();

        assertThat(problems)
                .containsExactly("The webhook is not set: Telegram cannot be reached")
                .noneMatch(problem -> problem.contains("AAEE"));
    }
}
