package io.leadbraid.merger.consumption;

import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topic;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A topic and what is done with its records. */
public record Subscription<V>(Topic<?, V> topic, Work<V> work) {

    /** A value with the workspace that it belongs to. */
    record Read<V>(WorkspaceId workspace, V value) {}

    /** Empty for a tombstone, which means nothing here. @throws RuntimeException when the value cannot be read */
    Optional<Read<V>> read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Optional.empty();
        }
        V value = topic.values().deserializer().deserialize(topic.name(), bytes);
        return Optional.of(new Read<>(Objects.requireNonNull(work.workspaceOf(value)), value));
    }
}
