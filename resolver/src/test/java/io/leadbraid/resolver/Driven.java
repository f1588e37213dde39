package io.leadbraid.resolver;

import io.leadbraid.model.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** A topology in memory, under the settings of production. */
final class Driven implements AutoCloseable {

    private final TopologyTestDriver driver;

    Driven(Topology topology, Path stateDir) {
        ResolverSettings settings = new ResolverSettings(stateDir, Duration.ofMillis(40), 1, "test", 1);
        driver = new TopologyTestDriver(topology, StreamsSettings.of("driven", "nowhere:1", settings));
    }

    <K, V> TestInputTopic<K, V> into(Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keys().serializer(), topic.values().serializer());
    }

    <K, V> TestOutputTopic<K, V> outOf(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    TopologyTestDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        driver.close();
    }
}
