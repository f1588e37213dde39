package io.leadbraid.bench.stream;

import io.leadbraid.model.Claim;
import io.leadbraid.model.InboundContact;
import java.util.HashSet;
import java.util.Set;

/** What must come out: how many leads there are when all sources that share an identifier have come together. */
public final class Truth {

    private final Groups groups = new Groups();
    private final Set<String> told = new HashSet<>();
    private final Set<String> sources = new HashSet<>();
    private long events;
    private long eventsWithNews;

    public void add(InboundContact contact) {
        String source = contact.source().value();
        boolean news = sources.add(source);
        for (Claim claim : contact.claims()) {
            String identifier = claim.identifier().canonical();
            news |= told.add(source + identifier);
            groups.join(source, identifier);
        }
        events++;
        eventsWithNews += news ? 1 : 0;
    }

    public long events() {
        return events;
    }

    public int sources() {
        return sources.size();
    }

    /** Share of events that said something new of their source. */
    public double newShare() {
        return events == 0 ? 0 : (double) eventsWithNews / events;
    }

    /** Groups of sources that share identifiers. */
    public int leads() {
        return groups.count();
    }
}
