package io.leadbraid.merger;

import io.leadbraid.access.Actor;
import io.leadbraid.access.Caller;
import io.leadbraid.access.Scope;
import io.leadbraid.access.WorkspaceTransactions;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.background.Signal;
import io.leadbraid.merger.decisions.DecisionWriting;
import io.leadbraid.merger.decisions.KeepingApart;
import io.leadbraid.merger.decisions.Separations;
import io.leadbraid.merger.decisions.Sharing;
import io.leadbraid.merger.decisions.StandingDecisions;
import io.leadbraid.merger.inbound.InboundMeters;
import io.leadbraid.merger.inbound.InboundWork;
import io.leadbraid.merger.leads.LeadDocuments;
import io.leadbraid.merger.leads.LeadEditing;
import io.leadbraid.merger.leads.LeadRows;
import io.leadbraid.merger.leads.Leads;
import io.leadbraid.merger.leads.SearchIndex;
import io.leadbraid.merger.merges.MergeRequests;
import io.leadbraid.merger.merges.MergeWriting;
import io.leadbraid.merger.merges.Merges;
import io.leadbraid.merger.merges.Pending;
import io.leadbraid.merger.merges.ProfileWork;
import io.leadbraid.merger.merges.Reconciling;
import io.leadbraid.merger.merges.RequestWriting;
import io.leadbraid.merger.merges.Splitting;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.rules.MergePolicy;
import io.leadbraid.merger.rules.Merging;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Lead;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.testkit.TestDatabase;
import io.leadbraid.testkit.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The merger on a database of its own, without consumers: tests hand it what came in. */
public final class Desk implements AutoCloseable {

    private static final Duration MONTH = Duration.ofDays(30);

    private final TestDatabase database = TestServers.database().migrate();
    private final JdbcClient jdbc = JdbcClient.create(database.appDataSource());
    private final WorkspaceTransactions transactions = new WorkspaceTransactions(
            new TransactionTemplate(new JdbcTransactionManager(database.appDataSource())), jdbc);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Audit audit = new Audit(jdbc);
    private final Outbox outbox = new Outbox(jdbc, new Signal());
    private final Pending pending = new Pending(jdbc, new Signal());
    private final InboundWork inbound = new InboundWork(
            jdbc, audit, outbox, pending, new InboundMeters(meters, Clock.systemUTC()), Pipeline.DEFAULT, MONTH);
    private final ProfileWork profiles = new ProfileWork(jdbc, pending);
    private final RequestWriting asking = new RequestWriting(jdbc, audit, outbox, Clock.systemUTC(), MONTH, meters);
    private final Splitting splitting = new Splitting(jdbc, audit, outbox, asking, pending, meters);
    private final Reconciling reconciling = reconciling(true);

    public final Leads leads = new Leads(transactions, jdbc);
    public final Merges merges = new Merges(transactions, jdbc);
    public final MergeRequests requests = new MergeRequests(transactions, jdbc);
    public final LeadEditing editing = new LeadEditing(
            transactions,
            new LeadRows(jdbc),
            new LeadDocuments(jdbc),
            audit,
            outbox,
            pending,
            new SearchIndex(jdbc),
            Pipeline.DEFAULT);
    private final DecisionWriting decisions = new DecisionWriting(jdbc, audit, new Signal());
    public final Separations separations = new Separations(transactions, jdbc, decisions, audit, outbox, splitting);
    public final KeepingApart keepingApart = new KeepingApart(transactions, jdbc, decisions, audit, outbox);
    public final Sharing sharing = new Sharing(transactions, jdbc, decisions);
    public final WorkspaceId workspace = newWorkspace();

    public Reconciling reconciling(boolean systemMayMerge) {
        return new Reconciling(
                transactions,
                jdbc,
                pending,
                new MergeWriting(jdbc, audit, outbox, meters),
                splitting,
                asking,
                new Merging(MergePolicy.of(systemMayMerge)),
                new StandingDecisions(jdbc),
                Pipeline.DEFAULT,
                meters);
    }

    /** As the hourly sweep does it. */
    public int expireRequests(Clock clock) {
        RequestWriting writing = new RequestWriting(jdbc, audit, outbox, clock, MONTH, meters);
        return transactions.in(workspace, () -> writing.expire(workspace));
    }

    public WorkspaceId newWorkspace() {
        WorkspaceId id = new WorkspaceId(UUID.randomUUID());
        transactions.in(
                id,
                () -> jdbc.sql("INSERT INTO workspace (workspace, name) VALUES (:id, :name)")
                        .param("id", id.value())
                        .param("name", id.toString())
                        .update());
        return id;
    }

    public Caller operator() {
        return new Caller(workspace, new Actor(Actor.Kind.USER, "olga"), EnumSet.allOf(Scope.class));
    }

    public void receive(InboundContact... contacts) {
        receive(Arrays.asList(contacts));
    }

    /** All of one workspace. */
    public void receive(List<InboundContact> contacts) {
        WorkspaceId of = contacts.getFirst().workspace();
        transactions.in(of, () -> {
            inbound.apply(of, contacts);
            return true;
        });
    }

    public void learn(ProfileSnapshot... snapshots) {
        WorkspaceId of = snapshots[0].workspace();
        transactions.in(of, () -> {
            profiles.apply(of, Arrays.asList(snapshots));
            return true;
        });
    }

    public void reconcile() {
        reconciling.reconcileAll();
    }

    public ProfileSnapshot profile(String id, long version, Client... clients) {
        return profileAfter(0, id, version, clients);
    }

    /** @param decision up to which the graph knew all decisions */
    public ProfileSnapshot profileAfter(long decision, String id, long version, Client... clients) {
        return new ProfileSnapshot(
                ProfileSnapshot.SCHEMA,
                clients[0].workspace(),
                new ProfileId(id),
                1,
                version,
                1,
                decision,
                Arrays.stream(clients).map(Client::member).toList(),
                List.of());
    }

    public Lead lead(Client client) {
        return leads.find(client.workspace(), client.lead()).orElseThrow();
    }

    /** What stands in the table, by itself or whatever became of it. */
    public Lead row(LeadId lead) {
        return leads.findExactly(workspace, lead).orElseThrow();
    }

    public List<SourceId> sources(Client client) {
        return lead(client).sources().stream().map(Lead.Source::id).toList();
    }

    public long count(String table) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("SELECT count(*) FROM " + table)
                        .query(Long.class)
                        .single());
    }

    /** The versions that the world is to be told of. */
    public List<Long> announced(Client client) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("SELECT version FROM outbox WHERE lead_id = :lead")
                        .param("lead", client.lead().value())
                        .query(Long.class)
                        .list());
    }

    public String dump() {
        return transactions.in(
                workspace, () -> jdbc.sql("""
                        SELECT (SELECT string_agg(s::text, ' ' ORDER BY s.id) FROM source s)
                            || (SELECT string_agg(m.*::text, ' ' ORDER BY m.provider_message_id) FROM message m)
                            || (SELECT string_agg(i::text, ' ' ORDER BY i.source_id, i.episode) FROM inquiry i)
                            || (SELECT string_agg(l::text, ' ' ORDER BY l.id) FROM lead l)
                            || (SELECT string_agg(f::text, ' ' ORDER BY f.source_id, f.kind, f.value) FROM source_identifier f)
                            || (SELECT string_agg(t::text, ' ' ORDER BY t.token, t.holder) FROM search_token t)
                            || (SELECT count(*) FROM audit) || ' ' || (SELECT count(*) FROM merge)
                        """).query(String.class).single());
    }

    public MeterRegistry meters() {
        return meters;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public WorkspaceTransactions transactions() {
        return transactions;
    }

    public DataSource dataSource() {
        return database.appDataSource();
    }

    @Override
    public void close() {
        database.close();
    }
}
