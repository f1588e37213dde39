package io.leadbraid.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.RunningIngestion.Tenant;
import io.leadbraid.ingestion.spool.Spool;
import io.leadbraid.ingestion.spool.Vitals;
import io.leadbraid.servers.DataFolder;
import io.leadbraid.servers.KafkaServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The broker goes away while all channels post, and comes back. With {@code -Doutage.seconds=60} it stays away for a minute.
 */
class OutageIT {

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("outage.seconds", 8));
    private static final Duration AROUND = Duration.ofSeconds(3);
    private static final int RATE = 200;
    private static final int SENDERS_PER_CHANNEL = 40;
    private static final Pattern TEXT = Pattern.compile("(\\w+) says (\\d+)");

    @TempDir
    Path folder;

    /** @param limit after which the platform takes a post for failed */
    private record Sender(String name, Duration limit, IntFunction<Delivery> posts) {}

    private record Post(Sender sender, int number, int status, Duration took) {}

    private final ConcurrentLinkedQueue<Post> posted = new ConcurrentLinkedQueue<>();

    @Test
    void whatComesInWhileTheBrokerIsAwayIsAnsweredInTimeAndFollowsInItsOrder() {
        try (DataFolder data = DataFolder.open(folder.resolve("kafka"))) {
            KafkaServer broker = KafkaServer.start(data, 0, Map.of());
            String address = broker.bootstrapServers();
            try (RunningIngestion ingestion = RunningIngestion.on(address)) {
                Spool spool = ingestion.bean(Spool.class);
                List<Sender> senders = senders(ingestion);
                try (Traffic traffic = new Traffic(senders, ingestion.http())) {
                    traffic.goOn(AROUND);
                    broker.close();
                    traffic.goOn(OUTAGE);
                    Vitals away = spool.vitals();
                    broker = KafkaServer.start(data, 0, Map.of());
                    await().atMost(Duration.ofSeconds(60)).until(spool::isEmpty);
                    traffic.goOn(AROUND);

                    assertThat(away.records()).isGreaterThan(RATE * OUTAGE.toSeconds() / 2);
                    assertThat(away.trouble()).isEmpty();
                }
                assertThat(broker.bootstrapServers()).isEqualTo(address);
                report(spool.vitals());
                assertAllAnsweredInTime();
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertAllThereInOrder(address));
                assertThat(spool.isEmpty()).isTrue();
            } finally {
                broker.close();
            }
        }
    }

    /** Each sender waits for its answer before it posts again, as platforms do for one chat. */
    private final class Traffic implements AutoCloseable {

        private final ScheduledExecutorService timer;

        Traffic(List<Sender> senders, Http http) {
            timer = Executors.newScheduledThreadPool(senders.size());
            long period = TimeUnit.SECONDS.toMicros(1) * senders.size() / RATE;
            for (int i = 0; i < senders.size(); i++) {
                Sender sender = senders.get(i);
                AtomicInteger number = new AtomicInteger();
                timer.scheduleAtFixedRate(
                        () -> posted.add(post(http, sender, number.getAndIncrement())),
                        i * period / senders.size(),
                        period,
                        TimeUnit.MICROSECONDS);
            }
        }

        private Post post(Http http, Sender sender, int number) {
            long began = System.nanoTime();
            int status = http.send(sender.posts().apply(number)).status();
            return new Post(sender, number, status, Duration.ofNanos(System.nanoTime() - began));
        }

        void goOn(Duration time) {
            int more = Math.toIntExact(posted.size() + RATE * time.toSeconds());
            await().atMost(time.multipliedBy(3)).until(() -> posted.size() >= more);
        }

        @Override
        public void close() {
            timer.close();
        }
    }

    private static List<Sender> senders(RunningIngestion ingestion) {
        Tenant tenant = ingestion.newTenant();
        JsonNode bot = channel(ingestion, tenant, "telegram");
        JsonNode form = channel(ingestion, tenant, "form");
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS_PER_CHANNEL; i++) {
            int user = 1000 + i;
            senders.add(new Sender("push" + i, Duration.ofSeconds(5), number -> pushed(tenant, user, number)));
            senders.add(new Sender("telegram" + i, Duration.ofSeconds(5), number -> update(bot, user, number)));
            senders.add(new Sender("form" + i, Duration.ofSeconds(5), number -> submitted(form, user, number)));
        }
        return senders;
    }

    private static JsonNode channel(RunningIngestion ingestion, Tenant tenant, String kind) {
        String wanted = "{\"kind\": \"%s\", \"name\": \"%s\"}".formatted(kind, kind);
        return ingestion
                .http()
                .withKey("POST", "/api/v1/channels", tenant.key(), wanted)
                .json();
    }

    private static Delivery pushed(Tenant tenant, int user, int number) {
        return Delivery.post(
                "/api/v1/inbound",
                Map.of("Authorization", "Bearer " + tenant.key(), "Content-Type", "application/json"),
                "{\"channel\": \"vk\", \"externalUserId\": \"%d\", \"text\": \"push%d says %d\"}"
                        .formatted(user, user - 1000, number));
    }

    private static Delivery update(JsonNode bot, int user, int number) {
        return Delivery.post(
                "/hooks/telegram/" + bot.path("id").stringValue(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Telegram-Bot-Api-Secret-Token",
                        bot.path("settings").path("secretToken").stringValue()),
                """
                {"update_id": %d, "message": {"message_id": %d, "date": 1700000000, "text": "telegram%d says %d",
                 "from": {"id": %d, "is_bot": false, "first_name": "Anna"}, "chat": {"id": %d, "type": "private"}}}
                """.formatted(user * 100_000 + number, number + 1, user - 1000, number, user, user));
    }

    private static Delivery submitted(JsonNode form, int user, int number) {
        return Delivery.post(
                "/hooks/forms/" + form.path("id").stringValue(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "name=Anna&phone=%%2B4915112345%d&message=form%d+says+%d".formatted(user, user - 1000, number));
    }

    private void assertAllAnsweredInTime() {
        assertThat(posted).allSatisfy(post -> {
            assertThat(post.status()).isBetween(200, 299);
            assertThat(post.took()).isLessThan(post.sender().limit());
        });
    }

    private void assertAllThereInOrder(String address) {
        Map<String, List<Integer>> seen = new HashMap<>();
        InboundLog.records(address).forEach(record -> {
            Matcher text =
                    TEXT.matcher(String.valueOf(InboundLog.contact(record).message()));
            assertThat(text.find()).isTrue();
            List<Integer> numbers = seen.computeIfAbsent(text.group(1), name -> new ArrayList<>());
            int number = Integer.parseInt(text.group(2));
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        });
        posted.stream()
                .map(Post::sender)
                .distinct()
                .forEach(sender -> assertThat(seen.get(sender.name()))
                        .as(sender.name())
                        .containsExactlyElementsOf(
                                IntStream.range(0, count(sender)).boxed().toList()));
    }

    private int count(Sender sender) {
        return (int) posted.stream().filter(post -> post.sender() == sender).count();
    }

    private void report(Vitals vitals) {
        List<Duration> took = posted.stream().map(Post::took).sorted().toList();
        System.out.printf(
                "broker away for %d s: %d posts, answered within %d ms (half), %d ms (99 of 100), %d ms (all); %d spooled%n",
                OUTAGE.toSeconds(),
                took.size(),
                took.get(took.size() / 2).toMillis(),
                took.get(took.size() * 99 / 100).toMillis(),
                took.getLast().toMillis(),
                vitals.drained());
    }
}
