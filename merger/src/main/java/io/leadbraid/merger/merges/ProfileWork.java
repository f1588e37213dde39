package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;
import static io.leadbraid.merger.leads.Columns.eachNumber;

import io.leadbraid.merger.consumption.Work;
import io.leadbraid.merger.rules.Question;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the newest snapshot of each profile and the newest claim to each source, in whatever order they come. */
public final class ProfileWork implements Work<ProfileSnapshot> {

    private static final Comparator<ProfileSnapshot> BY_AGE =
            Comparator.comparingLong(ProfileSnapshot::epoch).thenComparingLong(ProfileSnapshot::version);

    private final JdbcClient jdbc;
    private final Pending pending;

    public ProfileWork(JdbcClient jdbc, Pending pending) {
        this.jdbc = jdbc;
        this.pending = pending;
    }

    @Override
    public WorkspaceId workspaceOf(ProfileSnapshot snapshot) {
        return snapshot.workspace();
    }

    @Override
    public void apply(WorkspaceId workspace, List<ProfileSnapshot> snapshots) {
        Map<ProfileId, ProfileSnapshot> newest = new HashMap<>();
        Map<SourceId, ProfileSnapshot> claims = new HashMap<>();
        for (ProfileSnapshot snapshot : snapshots) {
            newest.merge(snapshot.profile(), snapshot, BinaryOperator.maxBy(BY_AGE));
            snapshot.members().forEach(member -> claims.merge(member.source(), snapshot, BinaryOperator.maxBy(BY_AGE)));
        }
        Set<SourceId> changing = changing(claims);
        changing.addAll(decidedAbout(claims));
        keep(workspace, List.copyOf(newest.values()));
        claim(workspace, List.copyOf(claims.entrySet()));
        pending.add(workspace, oneOfEach(claims, changing));
    }

    /** Of each profile one source. A profile of one source that is nobody else's news has nothing to bring together. */
    private static Collection<SourceId> oneOfEach(Map<SourceId, ProfileSnapshot> claims, Set<SourceId> changing) {
        return claims.entrySet().stream()
                .filter(claim -> claim.getValue().members().size() > 1
                        || changing.contains(claim.getKey())
                        || Question.isAskedBy(claim.getValue()))
                .collect(
                        Collectors.toMap(claim -> claim.getValue().profile(), Map.Entry::getKey, (one, another) -> one))
                .values();
    }

    /** Sources that another profile had. */
    private Set<SourceId> changing(Map<SourceId, ProfileSnapshot> claims) {
        return jdbc
                .sql("SELECT source_id, profile_id FROM profile_member WHERE source_id = ANY (:sources)")
                .param("sources", each(claims.keySet(), SourceId::value))
                .query((row, i) ->
                        Map.entry(new SourceId(row.getString("source_id")), new ProfileId(row.getString("profile_id"))))
                .list()
                .stream()
                .filter(known -> Optional.ofNullable(claims.get(known.getKey()))
                        .filter(claim -> !claim.profile().equals(known.getValue()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Sources about which the graph may have heard of a decision, for which their leads have waited. */
    private Set<SourceId> decidedAbout(Map<SourceId, ProfileSnapshot> claims) {
        List<SourceId> sources = claims.entrySet().stream()
                .filter(claim -> claim.getValue().decision() > 0)
                .map(Map.Entry::getKey)
                .toList();
        return sources.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.sql("SELECT DISTINCT source_id FROM decision_source WHERE source_id = ANY (:sources)")
                                .param("sources", each(sources, SourceId::value))
                                .query((row, i) -> new SourceId(row.getString("source_id")))
                                .list());
    }

    private void keep(WorkspaceId workspace, List<ProfileSnapshot> snapshots) {
        jdbc.sql("""
                        INSERT INTO profile AS known (workspace, id, epoch, version, rules, decision, snapshot, asks)
                        SELECT :workspace, p.id, p.epoch, p.version, p.rules, p.decision, p.snapshot::json, p.asks
                        FROM unnest(:ids, :epochs, :versions, :rules, :decisions, :snapshots, :asks)
                            AS p(id, epoch, version, rules, decision, snapshot, asks)
                        ON CONFLICT (workspace, id) DO UPDATE
                        SET epoch = excluded.epoch, version = excluded.version, rules = excluded.rules,
                            decision = excluded.decision, snapshot = excluded.snapshot, asks = excluded.asks
                        WHERE (excluded.epoch, excluded.version) > (known.epoch, known.version)
                        """)
                .param("workspace", workspace.value())
                .param("ids", each(snapshots, snapshot -> snapshot.profile().value()))
                .param("epochs", eachNumber(snapshots, ProfileSnapshot::epoch))
                .param("versions", eachNumber(snapshots, ProfileSnapshot::version))
                .param("rules", eachNumber(snapshots, ProfileSnapshot::rules))
                .param("decisions", eachNumber(snapshots, ProfileSnapshot::decision))
                .param("snapshots", each(snapshots, Json.MAPPER::writeValueAsString))
                .param("asks", snapshots.stream().map(Question::isAskedBy).toArray(Boolean[]::new))
                .update();
    }

    private void claim(WorkspaceId workspace, List<Map.Entry<SourceId, ProfileSnapshot>> claims) {
        jdbc.sql("""
                        INSERT INTO profile_member AS known (workspace, source_id, profile_id, epoch, version)
                        SELECT :workspace, c.source_id, c.profile_id, c.epoch, c.version
                        FROM unnest(:sources, :profiles, :epochs, :versions) AS c(source_id, profile_id, epoch, version)
                        ON CONFLICT (workspace, source_id) DO UPDATE
                        SET profile_id = excluded.profile_id, epoch = excluded.epoch, version = excluded.version
                        WHERE (excluded.epoch, excluded.version) > (known.epoch, known.version)
                        """)
                .param("workspace", workspace.value())
                .param("sources", each(claims, claim -> claim.getKey().value()))
                .param(
                        "profiles",
                        each(claims, claim -> claim.getValue().profile().value()))
                .param("epochs", eachNumber(claims, claim -> claim.getValue().epoch()))
                .param("versions", eachNumber(claims, claim -> claim.getValue().version()))
                .update();
    }
}
