package io.leadbraid.app.health;

import io.leadbraid.merger.MergerHealth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the merger works off what comes in. While the database is away it waits, and says so. */
final class MergerHealthIndicator implements HealthIndicator {

    private final MergerHealth merger;

    MergerHealthIndicator(MergerHealth merger) {
        this.merger = merger;
    }

    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        merger.lastCommit().ifPresent(at -> details.put("lastCommit", at.toString()));
        details.put("lag", merger.lag());
        return (merger.waiting() ? Health.down() : Health.up())
                .withDetails(details)
                .build();
    }
}
