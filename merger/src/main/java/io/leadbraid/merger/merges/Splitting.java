package io.leadbraid.merger.merges;

import static io.leadbraid.merger.leads.Columns.each;
import static io.leadbraid.merger.leads.Columns.instant;

import io.leadbraid.access.Actor;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.decisions.StandingDecisions;
import io.leadbraid.merger.merges.Standing.Inquiry;
import io.leadbraid.merger.merges.Standing.Leaving;
import io.leadbraid.merger.outbox.Outbox;
import io.leadbraid.merger.outbox.Outbox.Versioned;
import io.leadbraid.merger.rules.Outcome.Request;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes locked leads apart on which the sources of several profiles stand: who is another person takes up his own lead again.
 * Where somebody has worked on the lead it is held instead, so that nothing more merges into it, and a person is asked, unless
 * somebody has said already that they are different people.
 */
public final class Splitting {

    /** The rule of a request that asks whether those on a lead are one person after all. */
    public static final String SPLIT = "split";

    private final JdbcClient jdbc;
    private final ProfileRows profiles;
    private final Audit audit;
    private final Outbox outbox;
    private final RequestWriting requests;
    private final Pending pending;
    private final MeterRegistry meters;

    public Splitting(
            JdbcClient jdbc,
            Audit audit,
            Outbox outbox,
            RequestWriting requests,
            Pending pending,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.profiles = new ProfileRows(jdbc);
        this.audit = audit;
        this.outbox = outbox;
        this.requests = requests;
        this.pending = pending;
        this.meters = meters;
    }

    /** @return the leads that are others now, so that nothing else is to be done with them in this transaction */
    Set<LeadId> settle(
            WorkspaceId workspace, List<Standing> crowded, StandingDecisions.Found decided, LockedLeads locked) {
        Set<LeadId> changed = new HashSet<>();
        List<Leaving> apart = new ArrayList<>();
        List<Leaving> asked = new ArrayList<>();
        for (Standing standing : crowded) {
            List<Leaving> leaving = decided.isAheadOn(standing.sources()) ? List.of() : standing.leaving();
            boolean isFree = !locked.isWorkedOn(standing.lead()) && locked.hasAbsorbed(standing.lead(), owns(leaving));
            for (Leaving one : leaving) {
                boolean isOrdered = decided.orders().separate(one.sources(), standing.without(one));
                if (isFree || (isOrdered && locked.hasAbsorbed(standing.lead(), one.owns()))) {
                    apart.add(one);
                } else if (!locked.get(standing.lead()).held()) {
                    asked.add(one);
                }
            }
        }
        takeApart(workspace, apart, locked);
        hold(workspace, asked);
        Stream.concat(apart.stream(), asked.stream()).map(Leaving::lead).forEach(changed::add);
        Set<LeadId> settled = released(crowded, locked);
        release(workspace, settled);
        changed.addAll(settled);
        return changed;
    }

    /**
     * Takes the one off the lead if both stand on it, because somebody has said just now that they are different people; or the other,
     * if the one has opened the lead. For locked leads. Where their own leads are not to be found, the graph's answer is waited for.
     */
    public void takeApart(WorkspaceId workspace, LeadId lead, Set<SourceId> one, Set<SourceId> other) {
        LockedLeads locked = LockedLeads.lock(jdbc, List.of(lead));
        profiles.standing(List.of(lead)).stream()
                .filter(standing -> standing.sources().stream().anyMatch(one::contains)
                        && standing.sources().stream().anyMatch(other::contains))
                .flatMap(standing -> Stream.of(standing.leaving(one), standing.leaving(other)))
                .filter(leaving -> locked.hasAbsorbed(lead, leaving.owns()))
                .findFirst()
                .ifPresent(leaving -> takeApart(workspace, List.of(leaving), locked));
    }

    private static Set<LeadId> owns(Collection<Leaving> leaving) {
        return leaving.stream().flatMap(one -> one.owns().stream()).collect(Collectors.toSet());
    }

    private void takeApart(WorkspaceId workspace, List<Leaving> leaving, LockedLeads locked) {
        if (leaving.isEmpty()) {
            return;
        }
        Map<LeadId, List<Leaving>> byLead = leaving.stream().collect(Collectors.groupingBy(Leaving::lead));
        moveInquiries(leaving);
        List<LeadId> standing = Stream.concat(
                        byLead.keySet().stream(), leaving.stream().map(Leaving::target))
                .toList();
        Map<LeadId, Instant> lastInbound = lastInbound(standing);
        Map<LeadId, OwnFields> before = OwnFields.beforeMerges(jdbc, byLead.keySet());
        List<LeadState> fields = new ArrayList<>();
        byLead.forEach((lead, gone) -> fields.add(Optional.ofNullable(before.get(lead))
                .map(known -> known.without(owns(gone), lead, locked))
                .orElse(locked.get(lead))));
        leaving.forEach(one -> fields.add(locked.get(one.target())));
        List<Versioned> versions = new ArrayList<>(followAlong(leaving));
        reopen(leaving);
        versions.addAll(MergeWriting.writeOwnFields(
                jdbc,
                fields.stream()
                        .map(lead -> lead.lastHeardOf(Optional.ofNullable(lastInbound.get(lead.id()))))
                        .toList()));
        markUndone(byLead.keySet(), owns(leaving));
        RequestWriting.withdraw(jdbc, standing);
        audit.write(workspace, leaving.stream().flatMap(Splitting::entries).toList());
        outbox.add(workspace, versions);
        // What belongs together comes together again, and what is still to be asked is asked.
        pending.addSourcesOf(workspace, standing);
        meters.counter("leadbraid.splits").increment(byLead.size());
    }

    private void moveInquiries(List<Leaving> leaving) {
        record Move(Inquiry inquiry, LeadId target) {}
        List<Move> moves = leaving.stream()
                .flatMap(one -> one.inquiries().stream().map(inquiry -> new Move(inquiry, one.target())))
                .toList();
        jdbc.sql("""
                        UPDATE inquiry i
                        SET lead_id = move.target
                        FROM unnest(:sources, :episodes, :targets) AS move(source_id, episode, target)
                        WHERE i.source_id = move.source_id AND i.episode = move.episode AND i.source_id = ANY (:sources)
                        """)
                .param("sources", each(moves, move -> move.inquiry().source().value()))
                .param(
                        "episodes",
                        moves.stream().map(move -> move.inquiry().episode()).toArray(Integer[]::new))
                .param("targets", each(moves, move -> move.target().value()))
                .update();
    }

    private Map<LeadId, Instant> lastInbound(List<LeadId> leads) {
        Map<LeadId, Instant> last = new HashMap<>();
        jdbc.sql("""
                        SELECT i.lead_id, max(m.received_at) AS last
                        FROM inquiry i
                        JOIN message m ON m.source_id = i.source_id AND m.episode = i.episode AND m.direction = 'in'
                        WHERE i.lead_id = ANY (:leads)
                        GROUP BY i.lead_id
                        """)
                .param("leads", each(leads, LeadId::value))
                .query((row, i) -> {
                    Instant at = instant(row, "last");
                    if (at != null) {
                        last.put(new LeadId(row.getString("lead_id")), at);
                    }
                    return last;
                })
                .list();
        return last;
    }

    /** What those who leave had absorbed, or brought along, points to the lead that they take up. */
    private List<Versioned> followAlong(List<Leaving> leaving) {
        record Step(LeadId own, LeadId target) {}
        List<Step> steps = leaving.stream()
                .flatMap(one -> one.owns().stream()
                        .filter(own -> !own.equals(one.target()))
                        .map(own -> new Step(own, one.target())))
                .toList();
        return jdbc.sql("""
                        UPDATE lead l
                        SET survivor_id = step.target, updated_at = now(), version = l.version + 1
                        FROM unnest(:owns, :targets) AS step(own, target)
                        WHERE l.id = step.own AND l.id = ANY (:owns) AND l.status = 'absorbed'
                        RETURNING l.id, l.version
                        """)
                .param("owns", each(steps, step -> step.own().value()))
                .param("targets", each(steps, step -> step.target().value()))
                .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                .list();
    }

    private void reopen(List<Leaving> leaving) {
        jdbc.sql("UPDATE lead SET status = 'open', survivor_id = NULL, closed_at = NULL WHERE id = ANY (:leads)")
                .param("leads", each(leaving, one -> one.target().value()))
                .update();
    }

    /** A merge is undone when all whom it brought in have left. */
    private void markUndone(Set<LeadId> leads, Set<LeadId> gone) {
        jdbc.sql("""
                        UPDATE merge
                        SET undone_at = now()
                        WHERE survivor_id = ANY (:leads) AND undone_at IS NULL AND absorbed_ids <@ :gone::text[]
                          AND id = ANY (ARRAY(SELECT merge_id FROM merge_lead WHERE lead_id = ANY (:leads)))
                        """)
                .param("leads", each(leads, LeadId::value))
                .param("gone", each(gone, LeadId::value))
                .update();
    }

    private static Stream<Audit.Entry> entries(Leaving leaving) {
        Map<String, ?> details = Map.of("from", leaving.lead(), "to", leaving.target());
        return Stream.of(leaving.lead(), leaving.target())
                .map(lead -> new Audit.Entry(Actor.SYSTEM, Audit.Action.SPLIT, lead, details));
    }

    private void hold(WorkspaceId workspace, List<Leaving> asked) {
        if (asked.isEmpty()) {
            return;
        }
        Set<LeadId> leads = asked.stream().map(Leaving::lead).collect(Collectors.toSet());
        setHeld(workspace, leads, true, Audit.Action.HELD);
        requests.open(
                workspace,
                asked.stream()
                        .map(one -> new Request(List.of(one.lead(), one.target()), SPLIT, List.of()))
                        .toList());
    }

    /** Held leads on which all are of one profile again. */
    private static Set<LeadId> released(List<Standing> crowded, LockedLeads locked) {
        Set<LeadId> released = new HashSet<>(locked.held());
        crowded.stream().map(Standing::lead).forEach(released::remove);
        return released;
    }

    private void release(WorkspaceId workspace, Set<LeadId> leads) {
        if (!leads.isEmpty()) {
            setHeld(workspace, leads, false, Audit.Action.RELEASED);
            RequestWriting.withdraw(jdbc, leads);
        }
    }

    private void setHeld(WorkspaceId workspace, Set<LeadId> leads, boolean held, Audit.Action action) {
        outbox.add(
                workspace,
                jdbc.sql("""
                        UPDATE lead
                        SET held = :held, version = version + 1, updated_at = now()
                        WHERE id = ANY (:leads)
                        RETURNING id, version
                        """)
                        .param("held", held)
                        .param("leads", each(leads, LeadId::value))
                        .query((row, i) -> new Versioned(new LeadId(row.getString("id")), row.getLong("version")))
                        .list());
        audit.write(
                workspace,
                leads.stream()
                        .map(lead -> new Audit.Entry(Actor.SYSTEM, action, lead, Map.of()))
                        .toList());
    }
}
