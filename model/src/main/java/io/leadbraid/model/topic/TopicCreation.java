package io.leadbraid.model.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, and refuses to run on ones that cannot work. */
public final class TopicCreation {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final int partitions;
    private final Optional<Short> replicas;

    /** @param replicas empty for the broker's default */
    public TopicCreation(Admin admin, int partitions, Optional<Short> replicas) {
        this.admin = admin;
        this.partitions = partitions;
        this.replicas = replicas;
    }

    /**
     * Several processes may do this at once.
     *
     * @throws IllegalStateException when evidence and decisions differ in their number of partitions: a workspace's
     *     evidence and its decisions would then be worked on by different tasks
     */
    public void ensure() throws InterruptedException, ExecutionException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = Topics.ALL.stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Optional.of(partitions), replicas).configs(topic.settings()))
                .toList();
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)) {
                    throw failure;
                }
            }
        }
        Map<String, TopicDescription> topics = visible();
        int evidence = partitions(topics, Topics.EVIDENCE);
        int decisions = partitions(topics, Topics.DECISIONS);
        if (evidence != decisions) {
            throw new IllegalStateException("%s has %d partitions and %s has %d: they must be equal"
                    .formatted(Topics.EVIDENCE.name(), evidence, Topics.DECISIONS.name(), decisions));
        }
    }

    private static int partitions(Map<String, TopicDescription> topics, Topic<?, ?> topic) {
        return Optional.ofNullable(topics.get(topic.name()))
                .orElseThrow()
                .partitions()
                .size();
    }

    /** A broker learns of a new topic a moment after it was created, and Streams gives up on one that is not there. */
    private Map<String, TopicDescription> visible() throws InterruptedException, ExecutionException {
        Set<String> names = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(names).allTopicNames().get();
            } catch (ExecutionException failure) {
                boolean notYet = failure.getCause() instanceof UnknownTopicOrPartitionException;
                if (!notYet || System.nanoTime() > deadline) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
