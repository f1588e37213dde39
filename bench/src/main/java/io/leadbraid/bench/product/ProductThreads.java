package io.leadbraid.bench.product;

import java.util.List;
import java.util.regex.Pattern;

/** What the product's threads do, by the first 15 characters of their names. */
final class ProductThreads {

    private record Group(String name, Pattern threads) {}

    private static final List<Group> GROUPS = List.of(
            group(
                    "HTTP and intake",
                    "http-nio.*|tomcat.*|Catalina.*|ForkJoinPool.*|.*-Poller|VirtualThread.*"
                            + "|leadbraid-intak.*|kafka-producer-.*intake.*"),
            group("sift", "leadbraid-sift.*"),
            group("graph", "leadbraid-graph.*"),
            group("state stores", "rocksdb.*"),
            group("merger: messages", "inboundConsumer.*"),
            group("merger: profiles", "profileConsumer.*"),
            group("merger: merging", "leadbraid-mergi.*"),
            group("merger: publishing", "leadbraid-publi.*"),
            group("Kafka clients", "kafka-producer-.*|kafka-coordinat.*|kafka-admin-.*"),
            group(
                    "Kafka broker",
                    "data-plane.*|kafka-.*|executor-.*|Replica.*|raft-.*|quorum-.*|log-.*|broker-.*"
                            + "|controller-.*|metrics-.*|transaction.*|Txn.*|group-.*|Expir.*|share-.*|Add.*|Fetch.*"
                            + "|Produce.*|Throttled.*|Elect.*|Delete.*|Heart.*|Rebalance.*|TopicPurg.*|Alter.*|Remote.*"),
            group("garbage collection", "GC .*|G1 .*|VM Thread|VM Periodic.*"),
            group("compilation", "C1 .*|C2 .*"));

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
