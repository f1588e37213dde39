package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.topic.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectReader;

/** Reads which profiles have their sources on several open leads. */
final class ProfileRows {

    private static final ObjectReader SNAPSHOT = Json.MAPPER.readerFor(ProfileSnapshot.class);

    private final JdbcClient jdbc;

    ProfileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Claimed(ProfileId profile, SourceId source, LeadId lead) {}

    /** The open current leads of the sources that a profile claims. */
    record Divided(ProfileId profile, Map<SourceId, LeadId> leads) {

        Set<LeadId> distinctLeads() {
            return new HashSet<>(leads.values());
        }
    }

    Set<ProfileId> profilesOf(Collection<SourceId> sources) {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT profile_id FROM profile_member WHERE source_id = ANY (:sources)")
                .param("sources", each(sources, SourceId::value))
                .query((row, i) -> new ProfileId(row.getString("profile_id")))
                .list());
    }

    /** Those whose sources are on more than one open lead, in the order of their ids. */
    List<Divided> divided(Collection<ProfileId> profiles) {
        Map<String, Divided> divided = new TreeMap<>();
        for (Claimed claimed : claimed(profiles)) {
            divided.computeIfAbsent(claimed.profile().value(), first -> new Divided(claimed.profile(), new HashMap<>()))
                    .leads()
                    .put(claimed.source(), claimed.lead());
        }
        return divided.values().stream()
                .filter(profile -> profile.distinctLeads().size() > 1)
                .toList();
    }

    private List<Claimed> claimed(Collection<ProfileId> profiles) {
        return jdbc.sql("""
                        SELECT m.profile_id, m.source_id, current.lead_id
                        FROM profile_member m
                        CROSS JOIN LATERAL (
                            SELECT l.id AS lead_id
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
                new LeadId(row.getString("lead_id")));
    }

    /** The snapshots, without the members that other profiles have claimed since. */
    List<ProfileSnapshot> snapshots(Collection<ProfileId> profiles) {
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
