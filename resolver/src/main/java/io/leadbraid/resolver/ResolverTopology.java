package io.leadbraid.resolver;

import io.leadbraid.model.topic.ByWorkspace;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.resolver.graph.GraphPolicy;
import io.leadbraid.resolver.profiles.DrawProfiles;
import io.leadbraid.resolver.sift.SiftFacts;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The resolver's two Streams applications, so that the graph can be rebuilt alone. */
public final class ResolverTopology {

    private ResolverTopology() {}

    /** inbound, by source ──► what does it add? ──► evidence, by workspace */
    public static Topology sift() {
        StreamsBuilder streams = new StreamsBuilder();
        streams.stream(Topics.INBOUND.name(), from(Topics.INBOUND).withName("read-inbound"))
                .process(new SiftFacts(), Named.as("sift-facts"))
                .to(
                        Topics.EVIDENCE.name(),
                        to(Topics.EVIDENCE)
                                .withStreamPartitioner(new ByWorkspace<>())
                                .withName("write-evidence"));
        return streams.build();
    }

    /** evidence, by workspace ──► who is one person? ──► profiles, by workspace */
    public static Topology graph(GraphPolicy policy, long epoch) {
        StreamsBuilder streams = new StreamsBuilder();
        streams.stream(Topics.EVIDENCE.name(), from(Topics.EVIDENCE).withName("read-evidence"))
                .process(new DrawProfiles(policy, epoch), Named.as("draw-profiles"))
                .to(
                        Topics.PROFILES.name(),
                        to(Topics.PROFILES)
                                .withStreamPartitioner(new ByWorkspace<>())
                                .withName("write-profiles"));
        return streams.build();
    }

    private static <K, V> Consumed<K, V> from(Topic<K, V> topic) {
        return Consumed.with(topic.keys(), topic.values());
    }

    private static <K, V> Produced<K, V> to(Topic<K, V> topic) {
        return Produced.with(topic.keys(), topic.values());
    }
}
