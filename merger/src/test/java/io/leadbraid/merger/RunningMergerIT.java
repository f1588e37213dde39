package io.leadbraid.merger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbraid.access.Actor;
import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.merger.consumption.DeadLetter;
import io.leadbraid.merger.consumption.DeadLetters;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From topics to topics, through the whole configuration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningMergerIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Identifier PHONE = Identifier.phone("+4917612345678");

    private RunningMerger merger;

    @BeforeAll
    void start() throws Exception {
        merger = new RunningMerger();
    }

    @AfterAll
    void stop() {
        merger.close();
    }

    @Test
    void whatComesInBecomesOneLeadThatTheWorldIsToldOf() {
        WorkspaceId workspace = merger.workspace("one-lead");
        Client telegram = Client.onTelegram(workspace, "7001", "Anna").with(PHONE, Trust.VERIFIED);
        Client form = Client.onForm(workspace, "f1", "Anna Schmidt").with(PHONE, Trust.STATED);

        send(telegram.writes("t1", "Hello"), form.writes("f1", "Call me", Client.START.plusSeconds(9)));
        send(profile(1, telegram, form));
        await().atMost(SOON).until(() -> sources(telegram) == 2);
        send(telegram.writes("t1", "Hello"), form.writes("f1", "Call me", Client.START.plusSeconds(9)));
        send(profile(1, telegram, form));
        send(telegram.writes("t2", "Last", Client.START.plusSeconds(60)));
        await().atMost(SOON).until(() -> messages(telegram) == 3);

        Map<LeadId, Lead> world = published(telegram.lead(), form.lead(), 2);
        assertThat(world.get(telegram.lead()).sources()).hasSize(2);
        assertThat(world.get(form.lead()).survivorId()).isEqualTo(telegram.lead());
        assertThat(merger.bean(MergerHealth.class).lastCommit()).isPresent();
        assertThat(merger.bean(MergerHealth.class).waiting()).isFalse();
        assertThat(merger.meters()
                        .get("leadbraid.messages")
                        .tag("outcome", "stored")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(3);
        assertThat(merger.meters().get("leadbraid.post.to.lead").timer().count())
                .isPositive();
    }

    @Test
    void aRestartGoesOnWhereTheDatabaseSays() {
        WorkspaceId workspace = merger.workspace("restart");
        Client anna = Client.onTelegram(workspace, "r1", "Anna");
        send(anna.writes("t1", "Before"));
        await().atMost(SOON).until(() -> messages(anna) == 1);

        merger.restart();
        send(anna.writes("t2", "After"));

        await().atMost(SOON).until(() -> messages(anna) == 2);
        double repeated = merger.meters()
                .get("leadbraid.messages")
                .tag("outcome", "repeated")
                .counter()
                .count();
        assertThat(repeated).isLessThanOrEqualTo(2);
    }

    @Test
    void whatKafkaWronglyTakesForWorkedOffIsWorkedOff() {
        WorkspaceId workspace = merger.workspace("left-undone");
        Client anna = Client.onTelegram(workspace, "u1", "Anna");
        send(anna.writes("t1", "Hello"));
        await().atMost(SOON).until(() -> messages(anna) == 1);

        merger.restartAfter(() -> {
            send(anna.writes("t2", "Nobody was there"));
            merger.commitAll(Topics.INBOUND);
        });

        await().atMost(SOON).until(() -> messages(anna) == 2);
    }

    @Test
    void whatNobodyCanReadIsSetAsideAndHoldsUpNobody() {
        WorkspaceId workspace = merger.workspace("default");
        Client anna = Client.onTelegram(workspace, "d1", "Anna");

        byte[] key = anna.source().value().getBytes(StandardCharsets.UTF_8);
        merger.sendRaw(Topics.INBOUND.name(), key, "{no json".getBytes(StandardCharsets.UTF_8));
        merger.sendRaw(Topics.INBOUND.name(), key, "{\"schemaVersion\":1}".getBytes(StandardCharsets.UTF_8));
        send(anna.writes("t1", "Hello"));

        await().atMost(SOON).until(() -> messages(anna) == 1);
        DeadLetters letters = merger.bean(DeadLetters.class);
        List<DeadLetter> found = letters.list(workspace, Optional.empty(), 10).items();
        assertThat(found).hasSize(2).allMatch(letter -> letter.topic().equals(Topics.INBOUND.name()));
    }

    @Test
    void aDeadLetterIsWorkedOnAfterItsCauseIsGone() {
        WorkspaceId workspace = merger.workspace("replayed");
        Client anna = Client.onTelegram(workspace, "x1", "Anna");
        merger.asOwner()
                .sql("ALTER TABLE message ADD CONSTRAINT no_x CHECK (text <> 'x')")
                .update();
        send(anna.writes("t1", "x"), anna.writes("t2", "y"));
        await().atMost(SOON).until(() -> messages(anna) == 1);
        DeadLetters letters = merger.bean(DeadLetters.class);
        DeadLetter letter =
                letters.list(workspace, Optional.empty(), 10).items().getFirst();
        assertThat(letter.error()).contains("23514").doesNotContain("Failing row");

        merger.asOwner().sql("ALTER TABLE message DROP CONSTRAINT no_x").update();
        Caller admin = new Caller(workspace, new Actor(Actor.Kind.USER, "ada"), EnumSet.allOf(Scope.class));
        DeadLetter replayed = letters.replay(admin, letter.id());

        assertThat(replayed.replayedAt()).isNotNull();
        assertThat(messages(anna)).isEqualTo(2);
    }

    @Test
    void whileTheDatabaseTakesNothingRecordsWait() {
        WorkspaceId workspace = merger.workspace("waiting");
        Client anna = Client.onTelegram(workspace, "w1", "Anna");
        MergerHealth health = merger.bean(MergerHealth.class);
        merger.asOwner().sql("ALTER TABLE message RENAME TO message_elsewhere").update();
        send(anna.writes("t1", "Hello"));
        await().atMost(SOON).until(health::waiting);

        merger.asOwner().sql("ALTER TABLE message_elsewhere RENAME TO message").update();

        await().atMost(SOON).until(() -> messages(anna) == 1 && !health.waiting());
        assertThat(merger.bean(DeadLetters.class)
                        .list(workspace, Optional.empty(), 10)
                        .items())
                .isEmpty();
    }

    @Test
    void fiftyThousandMessagesAreWritten() throws Exception {
        WorkspaceId workspace = merger.workspace("throughput");
        int people = 10_000;
        int each = 5;
        List<Future<?>> sending = new ArrayList<>();
        long begin = System.nanoTime();
        for (int round = 0; round < each; round++) {
            for (int person = 0; person < people; person++) {
                Client client = Client.onTelegram(workspace, "p" + person, "Anna " + person)
                        .with(Identifier.phone("+49176%07d".formatted(person)), Trust.VERIFIED);
                InboundContact contact =
                        client.writes(person + "-" + round, "Is it still there? I would come today.", Instant.now());
                sending.add(merger.send(Topics.INBOUND, contact.source(), contact));
            }
        }
        for (Future<?> sent : sending) {
            sent.get(60, SECONDS);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> count(workspace, "message") == (long) people * each);
        double seconds = (System.nanoTime() - begin) / 1e9;
        await().atMost(Duration.ofMinutes(2)).until(() -> count(workspace, "outbox") == 0);
        double published = (System.nanoTime() - begin) / 1e9;

        assertThat(count(workspace, "lead")).isEqualTo(people);
        System.out.printf(
                "%d messages of %d new people in %.1f s: %.0f/s; all leads published after %.1f s%n",
                people * each, people, seconds, people * each / seconds, published);
    }

    private void send(InboundContact... contacts) {
        Arrays.stream(contacts).forEach(contact -> merger.send(Topics.INBOUND, contact.source(), contact));
    }

    private void send(ProfileSnapshot snapshot) {
        merger.send(Topics.PROFILES, new ProfileKey(snapshot.workspace(), snapshot.profile()), snapshot);
    }

    private static ProfileSnapshot profile(long version, Client... clients) {
        return new ProfileSnapshot(
                ProfileSnapshot.SCHEMA,
                clients[0].workspace(),
                new ProfileId("p"),
                1,
                version,
                1,
                0,
                Arrays.stream(clients).map(Client::member).toList(),
                List.of());
    }

    private int sources(Client client) {
        return merger.leads()
                .find(client.workspace(), client.lead())
                .map(lead -> lead.sources().size())
                .orElse(0);
    }

    private long messages(Client client) {
        return merger.leads().find(client.workspace(), client.lead()).stream()
                .flatMap(lead -> lead.sources().stream())
                .mapToLong(Lead.Source::messages)
                .sum();
    }

    private long count(WorkspaceId workspace, String table) {
        return merger.bean(WorkspaceTransactions.class)
                .in(
                        workspace,
                        () -> merger.bean(JdbcClient.class)
                                .sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single());
    }

    /** The newest document of each lead, once both have reached the version; on the way versions only rise. */
    private static Map<LeadId, Lead> published(LeadId one, LeadId other, long version) {
        Map<LeadId, Lead> newest = new HashMap<>();
        try (KafkaConsumer<LeadId, Lead> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestServers.kafka(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                Topics.LEADS.keys().deserializer(),
                Topics.LEADS.values().deserializer())) {
            consumer.subscribe(List.of(Topics.LEADS.name()));
            await().atMost(SOON).until(() -> {
                for (ConsumerRecord<LeadId, Lead> record : consumer.poll(Duration.ofMillis(200))) {
                    newest.merge(record.key(), record.value(), (before, now) -> {
                        assertThat(now.version()).isGreaterThanOrEqualTo(before.version());
                        return now;
                    });
                }
                return List.of(one, other).stream()
                        .allMatch(lead ->
                                newest.containsKey(lead) && newest.get(lead).version() >= version);
            });
        }
        return newest;
    }
}
