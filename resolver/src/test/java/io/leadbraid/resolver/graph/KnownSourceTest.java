package io.leadbraid.resolver.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.Decision;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownSourceTest {

    private static final JsonSerde<KnownSource> ROWS = new JsonSerde<>(KnownSource.class);

    @Test
    void whatIsDecidedOfASourceIsStoredWithIt() {
        Decision decision = new Decision(
                Decision.SCHEMA,
                new WorkspaceId(new UUID(0, 1)),
                new DecisionId("d1"),
                3,
                List.of(),
                true,
                Instant.parse("2026-11-02T00:00:00Z"),
                new Ruling.KeepApart(Set.of()));
        KnownSource anna = KnownSource.unseen(new SourceId("a"))
                .marked(marks -> marks.asserting(decision, Identifier.phone("+4915112345678"))
                        .retracting(decision, Trait.name("Anna"))
                        .onSide(decision, 1))
                .withOverShared(Identifier.email("info@example.org"));

        assertThat(ROWS.deserializer().deserialize("", ROWS.serializer().serialize("", anna)))
                .isEqualTo(anna);
    }

    @Test
    void aRowOfTheTimeBeforeThereWereDecisionsHasNone() {
        byte[] row = "{\"id\": \"a\", \"evidence\": [], \"overShared\": []}".getBytes(StandardCharsets.UTF_8);

        assertThat(ROWS.deserializer().deserialize("", row)).isEqualTo(KnownSource.unseen(new SourceId("a")));
    }
}
