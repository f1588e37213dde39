package io.leadbraid.ingestion.intake;

import io.leadbraid.ingestion.spool.Spool;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.time.Duration;
import java.time.Instant;

/** {@code leadbraid.spool.*}: what waits for Kafka on the disk, and what became of it. */
final class SpoolMeters {

    private SpoolMeters() {}

    static void register(Spool spool, MeterRegistry meters) {
        Gauge.builder("leadbraid.spool.records", spool, s -> s.vitals().records())
                .description("Records that wait for Kafka")
                .register(meters);
        Gauge.builder("leadbraid.spool.size", spool, s -> s.vitals().bytes())
                .description("What the spool has on the disk")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
        Gauge.builder("leadbraid.spool.age", spool, SpoolMeters::age)
                .description("How long the oldest record has waited")
                .baseUnit("seconds")
                .register(meters);
        FunctionCounter.builder(
                        "leadbraid.spool.drained", spool, s -> s.vitals().drained())
                .description("Records that went from the spool to Kafka")
                .register(meters);
        FunctionCounter.builder(
                        "leadbraid.spool.failures", spool, s -> s.vitals().failures())
                .description("How often the disk failed to make records durable")
                .register(meters);
    }

    private static double age(Spool spool) {
        return spool.vitals()
                .oldest()
                .map(oldest -> Duration.between(oldest, Instant.now()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
