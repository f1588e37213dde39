package io.leadbraid.merger.leads;

import io.leadbraid.model.LeadId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A lead's own fields that people change, as its row holds them. */
record LeadRow(
        LeadId id,
        LeadStatus status,
        String stage,
        Optional<String> name,
        Map<String, String> attributes,
        Optional<LeadId> survivor,
        long version) {

    LeadRow with(LeadChanges changes) {
        Map<String, String> merged = new LinkedHashMap<>(attributes);
        changes.attributes()
                .forEach((key, value) -> value.ifPresentOrElse(
                        present -> merged.put(Columns.storable(key), Columns.storable(present)),
                        () -> merged.remove(key)));
        return new LeadRow(
                id,
                changes.status().orElse(status),
                changes.stage().orElse(stage),
                changes.name()
                        .map(Columns::storable)
                        .map(String::strip)
                        .or(() -> name)
                        .filter(text -> !text.isEmpty()),
                merged,
                survivor,
                version);
    }

    /** What the changes would change, field by field, as audit keeps it. */
    Map<String, Map<String, Object>> difference(LeadChanges changes) {
        LeadRow changed = with(changes);
        Map<String, Map<String, Object>> difference = new LinkedHashMap<>();
        compare(difference, "status", status, changed.status);
        compare(difference, "stage", stage, changed.stage);
        compare(difference, "name", name.orElse(""), changed.name.orElse(""));
        compare(difference, "attributes", attributes, changed.attributes);
        return difference;
    }

    private static void compare(Map<String, Map<String, Object>> difference, String field, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            difference.put(field, Map.of("from", from, "to", to));
        }
    }
}
