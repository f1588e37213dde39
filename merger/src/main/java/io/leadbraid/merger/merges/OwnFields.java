package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.leads.Attributes;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.topic.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a lead said of itself before it absorbed anybody, as its oldest merge in force has kept it. */
record OwnFields(@Nullable String name, Map<String, String> attributes, List<LeadId> previousLeadIds) {

    static Map<LeadId, OwnFields> beforeMerges(JdbcClient jdbc, Collection<LeadId> leads) {
        Map<LeadId, OwnFields> before = new HashMap<>();
        jdbc.sql("""
                        SELECT DISTINCT ON (survivor_id) survivor_id, before -> survivor_id AS own
                        FROM merge
                        WHERE survivor_id = ANY (:leads) AND undone_at IS NULL
                          AND id = ANY (ARRAY(SELECT merge_id FROM merge_lead WHERE lead_id = ANY (:leads)))
                        ORDER BY survivor_id, at, id
                        """)
                .param("leads", each(leads, LeadId::value))
                .query((row, i) -> before.put(
                        new LeadId(row.getString("survivor_id")),
                        Json.MAPPER.readValue(row.getString("own"), OwnFields.class)))
                .list();
        return before;
    }

    /**
     * The lead without what it took over from leads that leave. What nobody of all of them had has come since, and stays.
     *
     * @param leaving leads that it has absorbed
     */
    LeadState without(Set<LeadId> leaving, LeadId lead, LockedLeads locked) {
        LeadState now = locked.get(lead);
        List<LeadState> others = locked.absorbedBy(lead).stream()
                .sorted(Comparator.comparing(LeadState::createdAt).thenComparing(LeadState::id))
                .toList();
        List<LeadState> gone =
                others.stream().filter(other -> leaving.contains(other.id())).toList();
        List<LeadState> staying =
                others.stream().filter(other -> !leaving.contains(other.id())).toList();
        return now.with(name(now, staying, gone), attributes(now, staying, gone), previous(now, staying, gone));
    }

    private @Nullable String name(LeadState now, List<LeadState> staying, List<LeadState> gone) {
        boolean borrowed = name == null
                && now.name() != null
                && gone.stream().anyMatch(other -> now.name().equals(other.name()));
        return borrowed
                ? staying.stream()
                        .flatMap(other -> Stream.ofNullable(other.name()))
                        .findFirst()
                        .orElse(null)
                : now.name();
    }

    private Map<String, String> attributes(LeadState now, List<LeadState> staying, List<LeadState> gone) {
        Map<String, String> kept = new HashMap<>();
        now.attributes().forEach((key, value) -> {
            boolean borrowed = !attributes.containsKey(key)
                    && gone.stream()
                            .anyMatch(other -> value.equals(other.attributes().get(key)));
            if (!borrowed) {
                kept.put(key, value);
            }
        });
        return staying.stream().map(LeadState::attributes).reduce(kept, Attributes::with);
    }

    private List<LeadId> previous(LeadState now, List<LeadState> staying, List<LeadState> gone) {
        Set<LeadId> kept = new LinkedHashSet<>(now.previousLeadIds());
        gone.forEach(other -> other.previousLeadIds().forEach(kept::remove));
        kept.addAll(previousLeadIds);
        staying.forEach(other -> kept.addAll(other.previousLeadIds()));
        return List.copyOf(kept);
    }
}
