package io.leadbraid.app.demo;

import io.leadbraid.app.demo.DemoChannels.TelegramUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client now and then, on two channels within seconds, as impatient people do. */
final class Traffic {

    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
    private static final Duration PAUSE = Duration.ofSeconds(6);
    private static final List<String> NAMES =
            List.of("Lena", "Timur", "Chen Wei", "Sofie", "Мария", "Paul", "Дмитрий", "Grace", "李娜", "Jonas");
    private static final List<String> QUESTIONS = List.of(
            "Is it still available?",
            "Сколько стоит доставка?",
            "Was kostet das?",
            "今天可以看房吗？",
            "Hello? Anybody there?");

    private final Leadbraid leadbraid;
    private final DemoChannels channels;
    private final RandomGenerator random;

    Traffic(Leadbraid leadbraid, DemoChannels channels, RandomGenerator random) {
        this.leadbraid = leadbraid;
        this.channels = channels;
        this.random = random;
    }

    /** Goes on until the thread is interrupted or the server has gone. */
    void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE);
                client();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException gone) {
            LOG.atInfo().addKeyValue("because", gone.getClass().getSimpleName()).log("demo traffic ended");
        }
    }

    private void client() throws InterruptedException {
        String name = one(NAMES);
        String question = one(QUESTIONS);
        long digits = random.nextLong(10_000_000, 99_999_999);
        TelegramUser user = new TelegramUser(digits, name, "client_" + digits);
        leadbraid.telegram(
                channels.telegram(),
                channels.telegramSecret(),
                channels.text(user, random.nextLong(1, Integer.MAX_VALUE), question));
        Thread.sleep(PAUSE.dividedBy(2));
        leadbraid.form(
                channels.form(),
                Map.of(
                        "name",
                        name,
                        "phone",
                        "+49 170 " + digits,
                        "telegram",
                        "@client_" + digits,
                        "message",
                        question));
        Thread.sleep(PAUSE.dividedBy(2));
        leadbraid.push(Map.of(
                "channel",
                one(DemoChannels.bots()),
                "externalUserId",
                "u" + digits,
                "phone",
                "0049170" + digits,
                "text",
                question));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
