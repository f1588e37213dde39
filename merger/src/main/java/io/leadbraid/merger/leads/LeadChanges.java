package io.leadbraid.merger.leads;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person or a program wants changed. What is absent stays as it is.
 *
 * @param name a blank one takes the name away
 * @param attributes an empty value takes the attribute away; those that are not named stay
 */
public record LeadChanges(
        Optional<String> name,
        Optional<String> stage,
        Optional<LeadStatus> status,
        Map<String, Optional<String>> attributes) {

    public LeadChanges {
        attributes = Map.copyOf(attributes);
    }

    public static LeadChanges none() {
        return new LeadChanges(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public LeadChanges name(String changed) {
        return new LeadChanges(Optional.of(changed), stage, status, attributes);
    }

    public LeadChanges stage(String changed) {
        return new LeadChanges(name, Optional.of(changed), status, attributes);
    }

    public LeadChanges status(LeadStatus changed) {
        return new LeadChanges(name, stage, Optional.of(changed), attributes);
    }

    /** @param changed null values take attributes away, as in a JSON merge patch */
    public LeadChanges attributes(Map<String, ? extends @Nullable String> changed) {
        Map<String, Optional<String>> optional = new HashMap<>();
        changed.forEach((key, value) -> optional.put(key, Optional.ofNullable(value)));
        return new LeadChanges(name, stage, status, optional);
    }
}
