package io.leadbraid.resolver.sift;

import io.leadbraid.model.Evidence;
import io.leadbraid.model.EvidenceKey;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.topic.JsonSerde;
import io.leadbraid.model.topic.KeySerde;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Merges each fact with what was known of it, and forwards the whole merged value where it differs from that. */
public final class SiftFacts implements ProcessorSupplier<SourceId, InboundContact, EvidenceKey, Evidence> {

    private static final String KNOWN = "sightings-by-source-and-fact";

    @Override
    public Processor<SourceId, InboundContact, EvidenceKey, Evidence> get() {
        return new Sieve();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(KNOWN),
                        new KeySerde<>(EvidenceKey::parse),
                        new JsonSerde<>(Sightings.class))
                .withCachingDisabled());
    }

    private static final class Sieve extends ContextualProcessor<SourceId, InboundContact, EvidenceKey, Evidence> {

        @SuppressWarnings("NullAway.Init") // Kafka calls init before process
        private KeyValueStore<EvidenceKey, Sightings> known;

        @Override
        public void init(ProcessorContext<EvidenceKey, Evidence> context) {
            super.init(context);
            known = context.getStateStore(KNOWN);
        }

        @Override
        public void process(Record<SourceId, InboundContact> inbound) {
            InboundContact contact = inbound.value();
            Facts.in(contact).forEach((fact, seen) -> {
                EvidenceKey key = new EvidenceKey(contact.workspace(), contact.source(), fact);
                Sightings before = known.get(key);
                Sightings after = merged(before, seen);
                if (!after.equals(before)) {
                    known.put(key, after);
                    context()
                            .forward(inbound.withKey(key)
                                    .withValue(new Evidence(contact.workspace(), contact.source(), fact, after)));
                }
            });
        }

        private static Sightings merged(@Nullable Sightings before, Sightings seen) {
            return before == null ? seen : before.merge(seen);
        }
    }
}
