package io.leadbraid.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.ingestion.Http.Delivery;
import io.leadbraid.ingestion.RunningIngestion.Tenant;
import io.leadbraid.ingestion.spool.Spool;
import io.leadbraid.ingestion.spool.Vitals;
import io.leadbraid.servers.DataFolder;
import io.leadbraid.servers.KafkaServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final int SENDERS_PER_CHANNEL = 30;
    private static final Map<String, Object> AS_THE_APP_DOES = Map.of(
            "spring.threads.virtual.enabled", "false",
            "server.tomcat.threads.max", "400",
            "leadbraid.ingestion.limits.form-client-per-minute", "0",
            "leadbraid.ingestion.limits.push-per-minute", "0");
    private static final int CHANNELS = 5;
    private static final int WARM = 1_000_000;
    private static final Duration WARM_POSTS = Duration.ofMillis(200);
    private static final Duration AVITO = Duration.ofSeconds(2);
    private static final Duration TILDA = Duration.ofSeconds(5);
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final String NUMBER = "1122334455667";
    private static final String SECRET = "app-secret-of-the-outage";
    private static final String SHOP = "100000001";
    private static final Pattern TEXT = Pattern.compile("(\\w+) says (\\d+)");

    @TempDir
    Path folder;

    /** @param limit after which the platform takes a post for failed */
    private record Sender(String name, Duration limit, IntFunction<Delivery> posts) {}

    private record Post(Sender sender, int number, long began, int status, Duration took) {

        boolean isLate() {
            return took.compareTo(sender.limit()) >= 0;
        }

        String described(long from) {
            return "%s %d after %d ms: %d within %d ms"
                    .formatted(
                            sender.name(),
                            number,
                            TimeUnit.NANOSECONDS.toMillis(began - from),
                            status,
                            took.toMillis());
        }
    }

    private final ConcurrentLinkedQueue<Post> posted = new ConcurrentLinkedQueue<>();

    @Test
    void whatComesInWhileTheBrokerIsAwayIsAnsweredInTimeAndFollowsInItsOrder() {
        try (DataFolder data = DataFolder.open(folder.resolve("kafka"))) {
            KafkaServer broker = KafkaServer.start(data, 0, Map.of());
            String address = broker.bootstrapServers();
            try (RunningIngestion ingestion = RunningIngestion.on(address, AS_THE_APP_DOES)) {
                Spool spool = ingestion.bean(Spool.class);
                List<Sender> senders = senders(ingestion);
                warmUp(senders, ingestion.http());
                long stopped;
                try (Traffic traffic = new Traffic(senders, ingestion.http())) {
                    traffic.goOn(AROUND);
                    stopped = System.nanoTime();
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
                report(spool.vitals(), stopped);
                assertAllAnsweredInTime(stopped);
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
            return new Post(sender, number, began, status, Duration.ofNanos(System.nanoTime() - began));
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
        JsonNode bot = channel(ingestion, tenant, "telegram", "{}");
        JsonNode form = channel(ingestion, tenant, "form", "{}");
        JsonNode number = channel(
                ingestion,
                tenant,
                "whatsapp",
                "{\"phoneNumberId\": \"%s\", \"appSecret\": \"%s\"}".formatted(NUMBER, SECRET));
        JsonNode shop = channel(ingestion, tenant, "avito", "{\"userId\": \"%s\"}".formatted(SHOP));
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS_PER_CHANNEL; i++) {
            int user = 1000 + i;
            senders.add(new Sender("push" + i, PATIENT, post -> pushed(tenant, user, post)));
            senders.add(new Sender("telegram" + i, PATIENT, post -> update(bot, user, post)));
            senders.add(new Sender("form" + i, TILDA, post -> submitted(form, user, post)));
            senders.add(new Sender("whatsapp" + i, PATIENT, post -> changed(number, user, post)));
            senders.add(new Sender("avito" + i, AVITO, post -> sold(shop, user, post)));
        }
        return senders;
    }

    private static JsonNode channel(RunningIngestion ingestion, Tenant tenant, String kind, String settings) {
        String wanted = "{\"kind\": \"%s\", \"name\": \"%s\", \"settings\": %s}".formatted(kind, kind, settings);
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
                path(bot),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Telegram-Bot-Api-Secret-Token",
                        bot.path("settings").path("secretToken").stringValue()),
                """
                {"update_id": %d, "message": {"message_id": %d, "date": 1700000000, "text": "telegram%d says %d",
                 "from": {"id": %d, "is_bot": false, "first_name": "Anna"}, "chat": {"id": %d, "type": "private"}}}
                """.formatted(user * 10_000_000L + number, number + 1, user - 1000, number, user, user));
    }

    private static Delivery submitted(JsonNode form, int user, int number) {
        return Delivery.post(
                path(form),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "name=Anna&phone=%%2B4915112345%d&message=form%d+says+%d".formatted(user, user - 1000, number));
    }

    private static Delivery changed(JsonNode number, int user, int post) {
        String body = """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value":
                 {"messaging_product": "whatsapp", "metadata": {"display_phone_number": "972123456789", "phone_number_id": "%s"},
                  "contacts": [{"profile": {"name": "Anna"}, "wa_id": "7916123%d"}],
                  "messages": [{"from": "7916123%d", "id": "wamid.%d.%d", "timestamp": "1700000000", "type": "text",
                                "text": {"body": "whatsapp%d says %d"}}]}}]}]}
                """.formatted(NUMBER, user, user, user, post, user - 1000, post);
        return Delivery.post(
                path(number),
                Map.of("Content-Type", "application/json", "X-Hub-Signature-256", Http.metaSignature(SECRET, body)),
                body);
    }

    private static Delivery sold(JsonNode shop, int user, int post) {
        String body = """
                {"id": "d%d-%d", "version": "v3.0.0", "timestamp": 1706865998, "payload": {"type": "message", "value":
                 {"id": "m%d-%d", "chat_id": "u2i-%d", "user_id": %s, "author_id": %d, "created": 1706865998,
                  "type": "text", "chat_type": "u2i", "content": {"text": "avito%d says %d"}, "item_id": 4098549657}}}
                """.formatted(user, post, user, post, user, SHOP, user, user - 1000, post);
        return Delivery.post(path(shop), Map.of("Content-Type", "application/json"), body);
    }

    private static String path(JsonNode channel) {
        return URI.create(channel.path("webhookUrl").stringValue()).getPath();
    }

    /** A cold process takes seconds for its first posts where many tests share a machine; that is not what is measured. */
    private static void warmUp(List<Sender> senders, Http http) {
        AtomicInteger number = new AtomicInteger(WARM);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            long began = System.nanoTime();
            boolean taken = senders.stream()
                    .limit(CHANNELS)
                    .map(sender -> http.send(sender.posts().apply(number.getAndIncrement())))
                    .allMatch(answer -> answer.status() / 100 == 2);
            return taken && Duration.ofNanos(System.nanoTime() - began).compareTo(WARM_POSTS) < 0;
        });
    }

    /** Time counts from a second before the broker stops. */
    private void assertAllAnsweredInTime(long stopped) {
        long warm = stopped - TimeUnit.SECONDS.toNanos(1);
        assertThat(posted.stream()
                        .filter(post -> post.status() / 100 != 2 || post.began() > warm && post.isLate())
                        .map(post -> post.described(stopped)))
                .isEmpty();
    }

    private void assertAllThereInOrder(String address) {
        Map<String, List<Integer>> seen = new HashMap<>();
        InboundLog.records(address).forEach(record -> {
            Matcher text =
                    TEXT.matcher(String.valueOf(InboundLog.contact(record).message()));
            assertThat(text.find()).isTrue();
            List<Integer> numbers = seen.computeIfAbsent(text.group(1), name -> new ArrayList<>());
            int number = Integer.parseInt(text.group(2));
            if (number < WARM && !numbers.contains(number)) {
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

    private void report(Vitals vitals, long stopped) {
        long warm = stopped - TimeUnit.SECONDS.toNanos(1);
        List<Post> counted = posted.stream()
                .filter(post -> post.began() > warm)
                .sorted(Comparator.comparing(Post::took))
                .toList();
        System.out.printf(
                "broker away for %d s: %d posts, answered within %d ms (half), %d ms (99 of 100); slowest: %s; %d spooled%n",
                OUTAGE.toSeconds(),
                counted.size(),
                counted.get(counted.size() / 2).took().toMillis(),
                counted.get(counted.size() * 99 / 100).took().toMillis(),
                counted.getLast().described(stopped),
                vitals.drained());
    }
}
