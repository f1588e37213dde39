package io.leadbraid.model.topic;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A key as the text that {@code toString} gives and {@code parse} reads back. */
public final class KeySerde<K> implements Serde<K> {

    private final Function<String, K> parse;

    public KeySerde(Function<String, K> parse) {
        this.parse = parse;
    }

    @Override
    public Serializer<K> serializer() {
        return (topic, key) -> write(key);
    }

    @Override
    public Deserializer<K> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    @SuppressWarnings("NullAway") // Kafka's own null
    private byte[] write(@Nullable K key) {
        return key == null ? null : key.toString().getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("NullAway") // Kafka's own null
    private K read(byte @Nullable [] bytes) {
        return bytes == null ? null : parse.apply(new String(bytes, StandardCharsets.UTF_8));
    }
}
