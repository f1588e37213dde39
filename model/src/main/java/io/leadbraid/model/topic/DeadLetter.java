package io.leadbraid.model.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The one shape of a dead letter: the raw record, and headers that say where it lay, who refused it, and why. */
public final class DeadLetter {

    public static final String TOPIC = "leadbraid.topic";
    public static final String PARTITION = "leadbraid.partition";
    public static final String OFFSET = "leadbraid.offset";
    public static final String CONSUMER = "leadbraid.consumer";
    public static final String ERROR = "leadbraid.error";

    private DeadLetter() {}

    /**
     * @param consumer the part of the product that could not digest the record
     * @param error only its class is kept: its message may quote the content
     */
    public static ProducerRecord<byte[], byte[]> of(
            String topic,
            int partition,
            long offset,
            byte @Nullable [] key,
            byte @Nullable [] value,
            String consumer,
            Throwable error) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS.name(), key, value);
        Headers headers = letter.headers();
        headers.add(TOPIC, utf8(topic));
        headers.add(PARTITION, utf8(Integer.toString(partition)));
        headers.add(OFFSET, utf8(Long.toString(offset)));
        headers.add(CONSUMER, utf8(consumer));
        headers.add(ERROR, utf8(error.getClass().getName()));
        return letter;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
