package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.rules.Question;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectReader;

/** Reads on which open leads the sources of profiles stand, and of which profiles those of leads are. */
public final class ProfileRows {

    private static final ObjectReader SNAPSHOT = Json.MAPPER.readerFor(ProfileSnapshot.class);

    private final JdbcClient jdbc;

    public ProfileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Claimed(ProfileId profile, SourceId source, LeadId lead, boolean held) {}

    /**
     * The open current leads of the sources that a profile claims.
     *
     * @param isHeld whether one of them is held
     */
    record Divided(ProfileId profile, Map<SourceId, LeadId> leads, boolean isHeld) {

        static Divided nowhere(ProfileId profile) {
            return new Divided(profile, Map.of(), false);
        }

        Set<LeadId> distinctLeads() {
            return new HashSet<>(leads.values());
        }

        private Divided with(Divided more) {
            leads.putAll(more.leads);
            return new Divided(profile, leads, isHeld || more.isHeld);
        }

        boolean isDivided() {
            return distinctLeads().size() > 1;
        }
    }

    public Set<ProfileId> profilesOf(Collection<SourceId> sources) {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT profile_id FROM profile_member WHERE source_id = ANY (:sources)")
                .param("sources", each(sources, SourceId::value))
                .query((row, i) -> new ProfileId(row.getString("profile_id")))
                .list());
    }

    /** Those whose sources are on open leads, in the order of their ids. */
    List<Divided> onLeads(Collection<ProfileId> profiles) {
        Map<String, Divided> divided = new TreeMap<>();
        for (Claimed claimed : claimed(profiles)) {
            Map<SourceId, LeadId> lead = new HashMap<>();
            lead.put(claimed.source(), claimed.lead());
            divided.merge(
                    claimed.profile().value(), new Divided(claimed.profile(), lead, claimed.held()), Divided::with);
        }
        return List.copyOf(divided.values());
    }

    /** All that stand on these open leads, where they are of more than one profile. */
    List<Standing> crowded(Collection<LeadId> leads) {
        return standing(leads).stream().filter(Standing::isOfSeveralProfiles).toList();
    }

    /** All that stand on these leads, in the order of their ids. */
    List<Standing> standing(Collection<LeadId> leads) {
        if (leads.isEmpty()) {
            return List.of();
        }
        record Row(LeadId lead, Standing.Inquiry inquiry) {}
        Map<LeadId, List<Standing.Inquiry>> standing = new HashMap<>();
        jdbc.sql("""
                        SELECT i.lead_id, i.source_id, i.episode, m.profile_id
                        FROM inquiry i
                        LEFT JOIN LATERAL (
                            SELECT p.profile_id
                            FROM source s
                            JOIN profile_member p ON p.source_id = s.id
                            WHERE s.id = i.source_id AND s.episode = i.episode
                            OFFSET 0) m ON true
                        WHERE i.lead_id = ANY (:leads)
                        ORDER BY i.opened_at, i.source_id, i.episode
                        """)
                .param("leads", each(leads, LeadId::value))
                .query((row, i) -> new Row(new LeadId(row.getString("lead_id")), inquiry(row)))
                .list()
                .forEach(row -> standing.computeIfAbsent(row.lead(), first -> new ArrayList<>())
                        .add(row.inquiry()));
        return standing.entrySet().stream()
                .map(lead -> new Standing(lead.getKey(), lead.getValue()))
                .sorted(Comparator.comparing(Standing::lead))
                .toList();
    }

    private static Standing.Inquiry inquiry(ResultSet row) throws SQLException {
        return new Standing.Inquiry(
                new SourceId(row.getString("source_id")),
                row.getInt("episode"),
                Optional.ofNullable(row.getString("profile_id")).map(ProfileId::new));
    }

    /** What profiles would have a person asked, of those that would. */
    List<Question> questions(Collection<ProfileId> profiles) {
        return jdbc
                .sql("SELECT snapshot FROM profile WHERE id = ANY (:profiles) AND asks ORDER BY id")
                .param("profiles", each(profiles, ProfileId::value))
                .query((row, i) -> SNAPSHOT.<ProfileSnapshot>readValue(row.getString("snapshot")))
                .list()
                .stream()
                .flatMap(snapshot -> Question.of(snapshot).stream())
                .toList();
    }

    /** The open leads that sources stand on now. */
    Map<SourceId, LeadId> leadsOf(Collection<SourceId> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Map<SourceId, LeadId> leads = new HashMap<>();
        jdbc.sql("""
                        SELECT asked.id AS source_id, current.lead_id
                        FROM unnest(:sources) AS asked(id)
                        CROSS JOIN LATERAL (
                            SELECT l.id AS lead_id
                            FROM source s
                            JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode
                            JOIN lead l ON l.id = i.lead_id AND l.status = 'open'
                            WHERE s.id = asked.id AND i.source_id = asked.id
                            OFFSET 0) current
                        """)
                .param("sources", each(sources, SourceId::value))
                .query((row, i) ->
                        Map.entry(new SourceId(row.getString("source_id")), new LeadId(row.getString("lead_id"))))
                .list()
                .forEach(entry -> leads.put(entry.getKey(), entry.getValue()));
        return leads;
    }

    private List<Claimed> claimed(Collection<ProfileId> profiles) {
        return jdbc.sql("""
                        SELECT m.profile_id, m.source_id, current.lead_id, current.held
                        FROM profile_member m
                        CROSS JOIN LATERAL (
                            SELECT l.id AS lead_id, l.held
                            FROM source s
                            JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode
                            JOIN lead l ON l.id = i.lead_id AND l.status = 'open'
                            WHERE s.id = m.source_id AND i.source_id = m.source_id
                            OFFSET 0) current
                        WHERE m.profile_id = ANY (:profiles)
                        """)
                .param("profiles", each(profiles, ProfileId::value))
                .query((row, i) -> claimed(row))
                .list();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                new ProfileId(row.getString("profile_id")),
                new SourceId(row.getString("source_id")),
                new LeadId(row.getString("lead_id")),
                row.getBoolean("held"));
    }

    /** The snapshots, without the members that other profiles have claimed since. */
    public List<ProfileSnapshot> snapshots(Collection<ProfileId> profiles) {
        return jdbc.sql("""
                        SELECT p.snapshot,
                               ARRAY(SELECT m.source_id FROM profile_member m WHERE m.profile_id = p.id) AS members
                        FROM profile p
                        WHERE p.id = ANY (:profiles)
                        ORDER BY p.id
                        """)
                .param("profiles", each(profiles, ProfileId::value))
                .query((row, i) -> snapshot(row))
                .list();
    }

    private static ProfileSnapshot snapshot(ResultSet row) throws SQLException {
        ProfileSnapshot all = SNAPSHOT.readValue(row.getString("snapshot"));
        Set<String> own = Set.of((String[]) row.getArray("members").getArray());
        return new ProfileSnapshot(
                all.schemaVersion(),
                all.workspace(),
                all.profile(),
                all.epoch(),
                all.version(),
                all.rules(),
                all.decision(),
                all.members().stream()
                        .filter(member -> own.contains(member.source().value()))
                        .toList(),
                all.refused());
    }
}
