package io.leadbraid.merger.inbound;

import io.leadbraid.access.Actor;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.consumption.Work;
import io.leadbraid.merger.inbound.CurrentLeads.Current;
import io.leadbraid.merger.leads.KeyLookups;
import io.leadbraid.merger.leads.SearchIndex;
import io.leadbraid.merger.merges.Pending;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.outbox.Outbox.Versioned;
import io.leadbraid.merger.rules.Pipeline;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores what came in: sources, their messages, and the leads that they write to. A handful of statements for a whole batch.
 * Only a message that was not there before can reopen a lead, so repeats change nothing.
 */
public final class InboundWork implements Work<InboundContact> {

    private final CurrentLeads currentLeads;
    private final SourceRows sources;
    private final MessageRows messages;
    private final IdentifierRows identifiers;
    private final LeadWriting leads;
    private final SearchIndex index;
    private final Audit audit;
    private final Outbox outbox;
    private final Pending pending;
    private final InboundMeters meters;
    private final JdbcClient jdbc;
    private final Duration reopenWithin;

    public InboundWork(
            JdbcClient jdbc,
            Audit audit,
            Outbox outbox,
            Pending pending,
            InboundMeters meters,
            Pipeline pipeline,
            Duration reopenWithin) {
        this.jdbc = jdbc;
        this.currentLeads = new CurrentLeads(jdbc);
        this.sources = new SourceRows(jdbc);
        this.messages = new MessageRows(jdbc);
        this.identifiers = new IdentifierRows(jdbc);
        this.leads = new LeadWriting(jdbc, pipeline.first());
        this.index = new SearchIndex(jdbc);
        this.audit = audit;
        this.outbox = outbox;
        this.pending = pending;
        this.meters = meters;
        this.reopenWithin = reopenWithin;
    }

    @Override
    public WorkspaceId workspaceOf(InboundContact contact) {
        return contact.workspace();
    }

    @Override
    public void apply(WorkspaceId workspace, List<InboundContact> contacts) {
        KeyLookups.prefer(jdbc);
        InboundBatch batch = new InboundBatch(contacts);
        Map<SourceId, Current> current = currentLeads.lock(batch.sources());
        News news = new News(batch, current);
        sources.add(workspace, batch, news.newcomers());
        Set<SourceId> described = news.changing(sources.describe(news.descriptions()), current);
        Episodes episodes = new Episodes(batch, current, reopenWithin);
        Set<MessageKey> stored = messages.store(workspace, batch.messages(), episodes::current);
        Returns returns = episodes.returns(stored);
        messages.moveTo(returns.moved());
        messages.putInPlace(stored.stream().filter(MessageKey::isEdit).toList());
        Learned learned = new Learned(
                news,
                described,
                identifiers.merge(workspace, news.identifiers()),
                messages.addChats(workspace, news.chats()));
        write(workspace, batch, episodes, returns, learned, stored);
        index.add(workspace, learned.tokens(batch));
        meters.afterCommit(batch, stored);
    }

    private void write(
            WorkspaceId workspace,
            InboundBatch batch,
            Episodes episodes,
            Returns returns,
            Learned learned,
            Set<MessageKey> stored) {
        List<Opening> openings = Stream.concat(episodes.first().stream(), returns.openings().stream())
                .toList();
        leads.advance(openings.stream()
                .filter(opening -> episodes.knows(opening.source()))
                .toList());
        List<Versioned> versions = new ArrayList<>(leads.open(workspace, openings));
        versions.addAll(leads.touch(new Touches(batch, episodes, returns, learned).of(stored)));
        outbox.add(workspace, versions);
        List<LeadId> reopened = List.copyOf(returns.reopened());
        audit.write(
                workspace,
                reopened.stream()
                        .map(lead -> new Audit.Entry(Actor.SYSTEM, Audit.Action.REOPENED, lead, Map.of()))
                        .toList());
        pending.add(
                workspace,
                Stream.concat(openings.stream().map(Opening::source), leads.sourcesOf(reopened).stream())
                        .toList());
    }
}
