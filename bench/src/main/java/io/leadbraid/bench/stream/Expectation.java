package io.leadbraid.bench.stream;

import io.leadbraid.model.Claim;
import io.leadbraid.model.InboundContact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an event must bring about.
 *
 * @param event its index in the stream
 * @param source must have a lead after it
 * @param with must be on the same lead as the source; absent where the event only makes the source known
 */
public record Expectation(int event, String source, Optional<String> with) {

    /**
     * The expectations of a stream: a lead for each new source, and one lead for two sources that an identifier joins for
     * the first time. Forms are left out, because nobody outside knows the ids of their sources.
     */
    public static List<Expectation> of(List<ClientEvent> events, List<InboundContact> contacts) {
        List<Expectation> expectations = new ArrayList<>();
        Groups groups = new Groups();
        Set<String> known = new HashSet<>();
        Map<String, String> holders = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            String source = contacts.get(i).source().value();
            boolean visible = events.get(i).outlet() != Outlet.FORM;
            if (known.add(source) && visible) {
                expectations.add(new Expectation(i, source, Optional.empty()));
            }
            for (Claim claim : contacts.get(i).claims()) {
                String identifier = claim.identifier().canonical();
                String holder = visible ? holders.putIfAbsent(identifier, source) : null;
                if (holder != null && !groups.together(source, holder)) {
                    expectations.add(new Expectation(i, source, Optional.of(holder)));
                }
                groups.join(source, identifier);
            }
        }
        return expectations;
    }
}
