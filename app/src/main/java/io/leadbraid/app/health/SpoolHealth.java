package io.leadbraid.app.health;

import io.leadbraid.ingestion.spool.Spool;
import io.leadbraid.ingestion.spool.Vitals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What waits in the spool. While it takes records ingestion goes on, so it is up; full or broken it is down. */
final class SpoolHealth implements HealthIndicator {

    private final Spool spool;

    SpoolHealth(Spool spool) {
        this.spool = spool;
    }

    @Override
    public Health health() {
        Vitals vitals = spool.vitals();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("inUse", vitals.records() > 0);
        details.put("records", vitals.records());
        details.put("bytes", vitals.bytes());
        vitals.oldest().ifPresent(oldest -> details.put("oldest", oldest.toString()));
        vitals.trouble().ifPresent(why -> details.put("refuses", why));
        return (vitals.trouble().isPresent() ? Health.down() : Health.up())
                .withDetails(details)
                .build();
    }
}
