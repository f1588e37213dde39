package io.leadbraid.merger.reasons;

import static io.leadbraid.merger.leads.Columns.each;
import static io.leadbraid.merger.leads.Columns.strings;

import io.leadbraid.access.Actor;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.merger.merges.Splitting;
import io.leadbraid.merger.why.Card;
import io.leadbraid.merger.why.Order;
import io.leadbraid.merger.why.PastMerge;
import io.leadbraid.merger.why.WaitingRequest;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads leads, sources, merges and requests as far as explanations name them. */
final class ReasonRows {

    /** A lead that has been merged and taken apart more often is explained by the newest of its merges. */
    private static final int MOST_MERGES = 1_000;

    private final JdbcClient jdbc;

    ReasonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lead of that id, or the one that has absorbed it. */
    Optional<Side.Lead> lead(String id) {
        return jdbc.sql("""
                        SELECT survivor.id,
                               ARRAY(SELECT DISTINCT i.source_id FROM inquiry i WHERE i.lead_id = survivor.id) AS sources
                        FROM (SELECT coalesce(survivor_id, id) AS id FROM lead WHERE id = :id) survivor
                        """)
                .param("id", id)
                .query((row, i) -> new Side.Lead(new LeadId(row.getString("id")), sources(row, "sources")))
                .optional();
    }

    Optional<Side.Source> source(String id) {
        return jdbc.sql("""
                        SELECT s.id, i.lead_id
                        FROM source s
                        LEFT JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode
                        WHERE s.id = :id
                        """)
                .param("id", id)
                .query((row, i) -> new Side.Source(
                        new SourceId(row.getString("id")),
                        Optional.ofNullable(row.getString("lead_id")).map(LeadId::new)))
                .optional();
    }

    /** Those that the lead and what it has absorbed took part in, and that are not undone, from the newest on. */
    List<PastMerge> merges(LeadId lead) {
        return jdbc.sql("""
                        SELECT m.actor_kind, m.actor_id, m.at,
                               ARRAY(SELECT DISTINCT one ->> 'source' FROM jsonb_array_elements(m.moved) one) AS moved
                        FROM merge m
                        WHERE m.undone_at IS NULL
                          AND m.id = ANY (ARRAY(
                              SELECT x.merge_id
                              FROM merge_lead x
                              WHERE x.lead_id = :lead OR x.lead_id = ANY (ARRAY(SELECT id FROM lead WHERE survivor_id = :lead))))
                        ORDER BY m.at DESC, m.id DESC
                        LIMIT :most
                        """)
                .param("lead", lead.value())
                .param("most", MOST_MERGES)
                .query((row, i) -> merge(row))
                .list();
    }

    private static PastMerge merge(ResultSet row) throws SQLException {
        String kind = row.getString("actor_kind");
        Optional<String> person = Optional.of(row.getString("actor_id"))
                .filter(actor -> !kind.equals(Actor.SYSTEM.kind().label()));
        return new PastMerge(person, Columns.when(row, "at"), sources(row, "moved"));
    }

    /** The oldest open one that asks about both. */
    Optional<WaitingRequest> request(LeadId one, LeadId other) {
        return jdbc.sql("""
                        SELECT r.id, r.rule
                        FROM merge_request_lead x
                        JOIN merge_request r ON r.id = x.request_id AND r.status = 'open'
                        WHERE x.lead_id = :one AND :other = ANY (r.lead_ids)
                        ORDER BY r.created_at, r.id
                        LIMIT 1
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .query((row, i) -> new WaitingRequest(row.getString("id"), row.getString("rule")))
                .optional();
    }

    /** The oldest open one that asks whether those on a held lead are one person after all. */
    Optional<WaitingRequest> splitRequest(LeadId lead) {
        return jdbc.sql("""
                        SELECT r.id, r.rule
                        FROM merge_request_lead x
                        JOIN merge_request r ON r.id = x.request_id AND r.status = 'open' AND r.rule = :split
                        WHERE x.lead_id = :lead
                        ORDER BY r.created_at, r.id
                        LIMIT 1
                        """)
                .param("lead", lead.value())
                .param("split", Splitting.SPLIT)
                .query((row, i) -> new WaitingRequest(row.getString("id"), row.getString("rule")))
                .optional();
    }

    /** The latest decision in force that stands between them; that they are different people before all others. */
    Optional<Order> order(Collection<SourceId> ours, Collection<SourceId> theirs) {
        return jdbc.sql("""
                        SELECT d.kind = 'separation' AS separated, d.actor_id, d.at
                        FROM decision_source one
                        JOIN decision_source other ON other.decision_id = one.decision_id AND other.side <> one.side
                        CROSS JOIN LATERAL (
                            SELECT kind, actor_id, at
                            FROM decision
                            WHERE id = one.decision_id AND in_force AND kind IN ('separation', 'keep-apart')
                            OFFSET 0) d
                        WHERE one.source_id = ANY (:ours) AND other.source_id = ANY (:theirs)
                        ORDER BY separated DESC, d.at DESC
                        LIMIT 1
                        """)
                .param("ours", each(ours, SourceId::value))
                .param("theirs", each(theirs, SourceId::value))
                .query((row, i) -> new Order(
                        row.getBoolean("separated") ? Order.SEPARATED : Order.KEPT_APART,
                        row.getString("actor_id"),
                        Columns.when(row, "at")))
                .optional();
    }

    Map<SourceId, Card> cards(Collection<SourceId> sources) {
        return jdbc
                .sql("SELECT id, channel, name, nickname, phone FROM source WHERE id = ANY (:sources)")
                .param("sources", each(sources, SourceId::value))
                .query((row, i) -> Map.entry(new SourceId(row.getString("id")), card(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getString("channel"), row.getString("name"), row.getString("nickname"), row.getString("phone"));
    }

    private static Set<SourceId> sources(ResultSet row, String column) throws SQLException {
        return strings(row, column).stream().map(SourceId::new).collect(Collectors.toSet());
    }
}
