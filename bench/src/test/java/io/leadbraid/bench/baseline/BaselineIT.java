package io.leadbraid.bench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.bench.stream.Backlog;
import io.leadbraid.bench.stream.Backlog.Ready;
import io.leadbraid.bench.stream.Crowd;
import io.leadbraid.bench.stream.Records;
import io.leadbraid.bench.stream.Slice;
import io.leadbraid.bench.stream.Truth;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.TopicCreation;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineIT {

    private static final int EVENTS = 2_000;

    @TempDir
    private Path folder;

    @Test
    void baselinesDoTheirWorkOnTheSameSliceAlsoWhenItComesTwice() throws Exception {
        String kafka = TestServers.kafka();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            new TopicCreation(admin, 2, Optional.empty()).ensure();
        }
        Truth truth = new Truth();
        List<InboundContact> contacts = contacts();
        contacts.forEach(truth::add);
        try (TestDatabase database = TestServers.database();
                Backlog backlog = new Backlog(kafka);
                NaiveService naive = new NaiveService(database.access(), kafka, 1);
                PassThrough passThrough = new PassThrough(kafka, folder, Duration.ofMillis(40), 1)) {
            naive.createTables();
            passThrough.createTopic(2);

            Slice slice = backlog.write(Ready.of(contacts));
            naive.run(slice);
            naive.run(slice);
            double seconds = passThrough.run(slice);

            assertThat(slice.events()).isEqualTo(EVENTS);
            assertThat(naive.messages()).isEqualTo(EVENTS);
            assertThat(naive.leads()).isEqualTo(truth.leads());
            assertThat(seconds).isPositive();
        }
    }

    private static List<InboundContact> contacts() {
        Records records = new Records(new WorkspaceId(new UUID(1, 2)), "7000000042");
        Instant now = Instant.now();
        return new Crowd(7, 1)
                .next(EVENTS).stream().map(event -> records.record(event, now)).toList();
    }
}
