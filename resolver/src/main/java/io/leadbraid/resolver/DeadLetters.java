package io.leadbraid.resolver;

import io.leadbraid.model.topic.DeadLetter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts aside, in the same transaction, what would fail again however often it is tried. Whatever Kafka or a store reports
 * is no such error: the thread fails, a new one takes its place, and the record is read again.
 */
public final class DeadLetters implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
        return DeserializationExceptionHandler.Response.resume(
                List.of(letter(context, record.key(), record.value(), error)));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception error) {
        return isDeterministic(error)
                ? ProcessingExceptionHandler.Response.resume(
                        List.of(letter(context, context.sourceRawKey(), context.sourceRawValue(), error)))
                : ProcessingExceptionHandler.Response.fail();
    }

    private static boolean isDeterministic(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException && !(cause instanceof SerializationException)) {
                return false;
            }
        }
        return true;
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, byte[] key, byte[] value, Exception error) {
        LOG.atError()
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("node", context.processorNodeId())
                .addKeyValue("error", error.getClass().getName())
                .log("A record cannot be digested and becomes a dead letter");
        return DeadLetter.of(
                context.topic(), context.partition(), context.offset(), key, value, context.processorNodeId(), error);
    }
}
