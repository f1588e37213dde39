package io.leadbraid.model.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
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
        Map<String, TopicDescription> described = admin.describeTopics(
                        List.of(Topics.EVIDENCE.name(), Topics.DECISIONS.name()))
                .allTopicNames()
                .get();
        int evidence = described.get(Topics.EVIDENCE.name()).partitions().size();
        int decisions = described.get(Topics.DECISIONS.name()).partitions().size();
        if (evidence != decisions) {
            throw new IllegalStateException("%s has %d partitions and %s has %d: they must be equal"
                    .formatted(Topics.EVIDENCE.name(), evidence, Topics.DECISIONS.name(), decisions));
        }
    }
}
