package io.leadbraid.model.topic;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** A value as JSON in UTF-8; a null value is a tombstone. */
public final class JsonSerde<T> implements Serde<T> {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    public JsonSerde(Class<T> type) {
        this.writer = Json.MAPPER.writerFor(type);
        this.reader = Json.MAPPER.readerFor(type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(topic, bytes);
    }

    @SuppressWarnings("NullAway") // Kafka's own null: a tombstone
    private byte[] write(@Nullable T value) {
        return value == null ? null : writer.writeValueAsBytes(value);
    }

    @SuppressWarnings("NullAway") // Kafka's own null: a tombstone
    private T read(String topic, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : reader.readValue(bytes);
        } catch (JacksonException malformed) {
            // The cause's message quotes the content, which may be personal.
            throw new SerializationException("a value of " + topic + " is not what it should be: "
                    + malformed.getClass().getSimpleName());
        }
    }
}
