package io.leadbraid.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.topic.DeadLetter;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.resolver.graph.GraphPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

    @Test
    void aRecordThatCannotBeProcessedIsPutAsideAndTheNextOneGoesOn(@TempDir Path state) {
        try (Driven graph = new Driven(ResolverTopology.graph(GraphPolicy.DEFAULT, 1), state)) {
            String key = "00000000-0000-0000-0000-000000000001/s1/phone=+49";
            TestInputTopic<String, String> evidence = raw(graph, Topics.EVIDENCE.name());

            evidence.pipeInput(key, "{}");
            evidence.pipeInput(key, "{}");

            assertThat(graph.outOf(Topics.DEAD_LETTERS).readRecordsToList())
                    .hasSize(2)
                    .allSatisfy(letter -> {
                        assertThat(letter.key()).asString().isEqualTo(key);
                        assertThat(letter.value()).asString().isEqualTo("{}");
                        assertThat(header(letter.headers(), DeadLetter.TOPIC)).isEqualTo(Topics.EVIDENCE.name());
                        assertThat(header(letter.headers(), DeadLetter.PARTITION))
                                .isEqualTo("0");
                        assertThat(header(letter.headers(), DeadLetter.CONSUMER))
                                .isEqualTo("draw-profiles");
                    });
        }
    }

    private static TestInputTopic<String, String> raw(Driven driven, String topic) {
        return driven.driver().createInputTopic(topic, new StringSerializer(), new StringSerializer());
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
