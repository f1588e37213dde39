package io.leadbraid.resolver;

import io.leadbraid.model.ProfileKey;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.topic.ByWorkspace;
import io.leadbraid.model.topic.Topic;
import io.leadbraid.model.topic.Topics;
import io.leadbraid.resolver.graph.GraphPolicy;
import io.leadbraid.resolver.profiles.Drawing;
import io.leadbraid.resolver.sift.SiftFacts;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
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

    /** evidence and decisions, by workspace ──► who is one person? ──► profiles, by workspace */
    public static Topology graph(GraphPolicy policy, long epoch) {
        StreamsBuilder streams = new StreamsBuilder();
        Drawing drawing = Drawing.of(policy, epoch);
        KStream<ProfileKey, ProfileSnapshot> drawn = streams.stream(
                        Topics.EVIDENCE.name(), from(Topics.EVIDENCE).withName("read-evidence"))
                .process(drawing.ofEvidence(), Named.as("draw-profiles"));
        KStream<ProfileKey, ProfileSnapshot> decided = streams.stream(
                        Topics.DECISIONS.name(), from(Topics.DECISIONS).withName("read-decisions"))
                .process(drawing.ofDecisions(), Named.as("apply-decisions"));
        drawn.merge(decided, Named.as("merge-profiles"))
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
