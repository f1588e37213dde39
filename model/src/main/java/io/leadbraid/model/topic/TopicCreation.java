package io.leadbraid.model.topic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, and refuses to run on ones that cannot work. */
public final class TopicCreation {

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
        int evidence = partitionsOf(Topics.EVIDENCE);
        int decisions = partitionsOf(Topics.DECISIONS);
        if (evidence != decisions) {
            throw new IllegalStateException("%s has %d partitions and %s has %d: they must be equal"
                    .formatted(Topics.EVIDENCE.name(), evidence, Topics.DECISIONS.name(), decisions));
        }
    }

    private int partitionsOf(Topic<?, ?> topic) throws InterruptedException, ExecutionException {
        return admin.describeTopics(Set.of(topic.name())).allTopicNames().get().values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }
}
