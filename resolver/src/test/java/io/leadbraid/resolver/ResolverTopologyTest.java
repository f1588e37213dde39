package io.leadbraid.resolver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.resolver.graph.GraphPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/**
 * A changed topology meets the stores and offsets that the former one left behind: look at the difference, think about
 * running systems, then change the file.
 */
class ResolverTopologyTest {

    @Test
    void siftIsTheApprovedTopology() throws IOException {
        assertThat(described(ResolverTopology.sift())).isEqualTo(approved("sift.txt"));
    }

    @Test
    void graphIsTheApprovedTopology() throws IOException {
        assertThat(described(ResolverTopology.graph(GraphPolicy.DEFAULT, 1))).isEqualTo(approved("graph.txt"));
    }

    /** The stores of a node come in no particular order. */
    private static String described(Topology topology) {
        return Pattern.compile("(?<=stores: \\[)[^]]*")
                .matcher(topology.describe().toString())
                .replaceAll(stores ->
                        String.join(", ", new TreeSet<>(List.of(stores.group().split(", ")))));
    }

    private static String approved(String file) throws IOException {
        try (InputStream text = requireNonNull(ResolverTopologyTest.class.getResourceAsStream(file))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
