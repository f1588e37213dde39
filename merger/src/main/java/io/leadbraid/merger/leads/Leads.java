package io.leadbraid.merger.leads;

import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads leads. */
public final class Leads {

    private final WorkspaceTransactions transactions;
    private final LeadDocuments documents;
    private final LeadLists lists;
    private final Timelines timelines;
    private final JdbcClient jdbc;

    public Leads(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.documents = new LeadDocuments(jdbc);
        this.lists = new LeadLists(jdbc);
        this.timelines = new Timelines(jdbc);
        this.jdbc = jdbc;
    }

    /** The lead of that id; for an absorbed one its survivor, which then has another id. */
    public Optional<Lead> find(WorkspaceId workspace, LeadId lead) {
        return transactions.in(workspace, () -> survivor(lead).flatMap(this::rendered));
    }

    /** The lead of that id itself, though it may be absorbed. */
    public Optional<Lead> findExactly(WorkspaceId workspace, LeadId lead) {
        return transactions.in(workspace, () -> rendered(lead));
    }

    /** @throws io.leadbraid.access.problem.ProblemException 422 for a cursor that no list gave */
    public Page<Lead> list(WorkspaceId workspace, LeadCriteria criteria, Optional<String> cursor, int limit) {
        Optional<Cursor> after = cursor.map(Cursor::parse);
        return transactions.in(workspace, () -> {
            Page<LeadLists.Entry> page = lists.page(criteria, after, limit);
            List<LeadId> ids = page.items().stream().map(LeadLists.Entry::lead).toList();
            return page.with(documents.render(ids));
        });
    }

    /**
     * The messages of all sources of the lead, or of its survivor, from the oldest on. Empty when there is no such lead.
     *
     * @throws io.leadbraid.access.problem.ProblemException 422 for a cursor that no list gave
     */
    public Optional<Page<TimelineItem>> timeline(
            WorkspaceId workspace, LeadId lead, Optional<String> cursor, int limit) {
        Cursor after = cursor.map(Cursor::parse).orElse(Cursor.BEFORE_ALL);
        return transactions.in(workspace, () -> survivor(lead).map(found -> timelines.page(found, after, limit)));
    }

    /** Empty also while only we have written there: a source has a lead from its client's first message on. */
    public Optional<SourceOnLead> source(WorkspaceId workspace, SourceId source) {
        return transactions.in(
                workspace,
                () -> currentLead(source)
                        .flatMap(this::rendered)
                        .flatMap(lead -> lead.sources().stream()
                                .filter(one -> one.id().equals(source))
                                .findFirst()
                                .map(one -> new SourceOnLead(one, lead.id()))));
    }

    private Optional<Lead> rendered(LeadId lead) {
        return documents.render(List.of(lead)).stream().findFirst();
    }

    private Optional<LeadId> survivor(LeadId lead) {
        return jdbc.sql("SELECT coalesce(survivor_id, id) FROM lead WHERE id = :id")
                .param("id", lead.value())
                .query((row, i) -> new LeadId(row.getString(1)))
                .optional();
    }

    private Optional<LeadId> currentLead(SourceId source) {
        return jdbc.sql("""
                        SELECT i.lead_id
                        FROM source s
                        JOIN inquiry i ON i.source_id = s.id AND i.episode = s.episode
                        WHERE s.id = :source
                        """)
                .param("source", source.value())
                .query((row, i) -> new LeadId(row.getString("lead_id")))
                .optional();
    }
}
