package io.leadbraid.ingestion.limit;

import io.leadbraid.access.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The limits of channels that anybody can send to, or bots of our own. Platforms that sign what they send have none. */
public final class RateLimits {

    private final RateLimit forms;
    private final RateLimit formClients;
    private final RateLimit pushes;

    RateLimits(LimitSettings settings, LongSupplier nanos) {
        this.forms = new RateLimit(settings.formPerMinute(), nanos);
        this.formClients = new RateLimit(settings.formClientPerMinute(), nanos);
        this.pushes = new RateLimit(settings.pushPerMinute(), nanos);
    }

    /** Whoever floods a form is stopped before he uses up what the form may take from all. */
    public Optional<ProblemException> refuseForm(String channelId, HttpServletRequest request) {
        return ClientAddress.isLoopback(request)
                ? Optional.empty()
                : formClients
                        .refuse(channelId + " " + ClientAddress.key(request), 1)
                        .or(() -> forms.refuse(channelId, 1));
    }

    /** @param key of the API */
    public Optional<ProblemException> refusePush(String key, int contacts) {
        return pushes.refuse(key, contacts);
    }
}
