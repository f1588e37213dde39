package io.leadbraid.app.demo;

import io.leadbraid.simulator.population.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client now and then, on two to four channels within seconds, as impatient people do. */
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

    private final Stage stage;
    private final Random random;

    Traffic(Stage stage, Random random) {
        this.stage = stage;
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
        String question = one(QUESTIONS);
        long digits = random.nextLong(10_000_000, 99_999_999);
        Client client = new Client(one(NAMES), digits, "client_" + digits, "49170" + digits, digits);
        List<Post> posts = new ArrayList<>(List.of(
                client.onTelegram(Stage.BOT, question),
                client.onWhatsApp(Stage.NUMBER, question),
                client.onAvito(Stage.SHOP, "+49 170 " + digits)));
        Collections.shuffle(posts, random);
        posts.subList(random.nextInt(1, posts.size() + 1), posts.size()).clear();
        posts.add(Client.inForm(
                Stage.FORM,
                Map.of(
                        "name",
                        client.name(),
                        "phone",
                        "+49 170 " + digits,
                        "telegram",
                        "@" + client.username(),
                        "message",
                        question)));
        for (Post post : posts) {
            stage.send(post);
            Thread.sleep(PAUSE.dividedBy(3));
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
