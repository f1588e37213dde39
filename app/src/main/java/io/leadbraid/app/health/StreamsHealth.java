package io.leadbraid.app.health;

import io.leadbraid.resolver.ResolverHealth;
import io.leadbraid.resolver.ResolverHealth.Vitals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether sift and graph work. While they still start, or read their stores again, they are out of service. */
final class StreamsHealth implements HealthIndicator {

    private static final String WORKING = "RUNNING";

    private final ResolverHealth resolver;

    StreamsHealth(ResolverHealth resolver) {
        this.resolver = resolver;
    }

    @Override
    public Health health() {
        List<Vitals> applications = resolver.vitals();
        Map<String, Object> details = new LinkedHashMap<>();
        applications.forEach(vitals -> details.put(vitals.application(), described(vitals)));
        return Health.status(status(applications)).withDetails(details).build();
    }

    private static Status status(List<Vitals> applications) {
        if (!applications.stream().allMatch(Vitals::alive)) {
            return Status.DOWN;
        }
        return applications.stream().allMatch(vitals -> vitals.state().equals(WORKING))
                ? Status.UP
                : Status.OUT_OF_SERVICE;
    }

    private static Map<String, Object> described(Vitals vitals) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("state", vitals.state());
        described.put("restoringStores", vitals.restoring());
        described.put("lag", vitals.lag());
        vitals.lastCommit().ifPresent(at -> described.put("lastCommit", at.toString()));
        described.put("replacedThreads", vitals.replacedThreads());
        return described;
    }
}
