package io.leadbraid.bench.product;

import java.util.List;
import java.util.regex.Pattern;

/** What the product's threads do, by the first 15 characters of their names. */
final class ProductThreads {

    private record Group(String name, Pattern threads) {}

    private static final List<Group> GROUPS = List.of(
            group("HTTP and intake", "http-nio.*|tomcat.*|virtual.*|ForkJoin.*"),
            group(
                    "Kafka broker",
                    "data-plane.*|kafka-.*|executor-Fetch.*|ReplicaMan.*|raft-.*|quorum-.*|Log.*|broker-.*"
                            + "|controller-.*|metrics-.*|feature-.*|transaction.*|TxnMarker.*|group-.*|Expir.*|share-.*|Snap.*"
                            + "|Txn.*|AddPart.*|Persister.*|client-metrics.*|ThrottledCh.*"),
            group("sift", "leadbraid-sift.*"),
            group("graph", "leadbraid-graph.*"),
            group("merger", "merger.*|org.springframe.*"),
            group("garbage collection", "GC .*|G1 .*|VM Thread|ZGC.*"),
            group("compilation", "C1 .*|C2 .*|Sweeper.*"));

    private ProductThreads() {}

    static String group(String thread) {
        return GROUPS.stream()
                .filter(group -> group.threads().matcher(thread).matches())
                .map(Group::name)
                .findFirst()
                .orElse("other");
    }

    private static Group group(String name, String threads) {
        return new Group(name, Pattern.compile(threads));
    }
}
