package io.leadbraid.merger.decisions;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.access.Caller;
import io.leadbraid.merger.audit.Audit;
import io.leadbraid.merger.background.Signal;
import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Ruling;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectWriter;

/**
 * Switches decisions on and off, with the audit row and the row of the outbox, in the transaction of the command. A command locks
 * leads first and the number last, so that whoever holds the number waits for nobody.
 */
public final class DecisionWriting {

    private static final ObjectWriter RULING = Json.MAPPER.writerFor(Ruling.class);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Signal outboxSignal;

    public DecisionWriting(JdbcClient jdbc, Audit audit, Signal outboxSignal) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.outboxSignal = outboxSignal;
    }

    /**
     * What is to be decided.
     *
     * @param id derived from what it says, so that the same decision is the same register whenever it is made
     * @param sides the sources that it names, as it tells them apart
     */
    record Draft(DecisionId id, Ruling ruling, List<Set<SourceId>> sides, String reason) {}

    private record Named(SourceId source, int side) {}

    /** From here to the end of the transaction nobody else decides anything in the workspace. */
    void queue(WorkspaceId workspace) {
        jdbc.sql("""
                        INSERT INTO decision_count AS known (workspace, last)
                        VALUES (:workspace, 0)
                        ON CONFLICT (workspace) DO UPDATE SET last = known.last
                        """).param("workspace", workspace.value()).update();
    }

    /** Has it in force from now on. To be called by who has queued and found that it is not. */
    Decided on(Caller caller, Draft draft, Audit.Action action, Map<String, ?> details) {
        long seq = nextSeq();
        Optional<String> identifier = draft.ruling() instanceof Ruling.SharedIdentifier(Identifier shared)
                ? Optional.of(shared.canonical())
                : Optional.empty();
        Decided decided = jdbc.sql("""
                        INSERT INTO decision (workspace, id, kind, ruling, identifier, first_at, seq, in_force, reason,
                                              actor_kind, actor_id, at)
                        VALUES (:workspace, :id, :kind, :ruling::jsonb, :identifier, now(), :seq, true, :reason,
                                :actorKind, :actorId, now())
                        ON CONFLICT (workspace, id) DO UPDATE
                        SET seq = excluded.seq, in_force = true, reason = excluded.reason,
                            actor_kind = excluded.actor_kind, actor_id = excluded.actor_id, at = excluded.at
                        RETURNING id, ruling, in_force, reason, actor_id, at
                        """)
                .param("workspace", caller.workspace().value())
                .param("id", draft.id().value())
                .param("kind", Kinds.of(draft.ruling()))
                .param("ruling", RULING.writeValueAsString(draft.ruling()))
                .param("identifier", identifier.orElse(null))
                .param("seq", seq)
                .param("reason", draft.reason())
                .param("actorKind", caller.actor().kind().label())
                .param("actorId", caller.actor().id())
                .query((row, i) -> Decided.read(row))
                .single();
        name(caller.workspace(), draft);
        tell(caller, decided, seq, action, details);
        return decided;
    }

    /** Has it no longer in force. To be called by who has queued and found that it is. */
    void off(Caller caller, Decided standing, String reason, Audit.Action action, Map<String, ?> details) {
        long seq = nextSeq();
        Decided lifted = jdbc.sql("""
                        UPDATE decision
                        SET seq = :seq, in_force = false, reason = :reason, actor_kind = :actorKind, actor_id = :actorId,
                            at = now()
                        WHERE id = :id
                        RETURNING id, ruling, in_force, reason, actor_id, at
                        """)
                .param("id", standing.id().value())
                .param("seq", seq)
                .param("reason", reason)
                .param("actorKind", caller.actor().kind().label())
                .param("actorId", caller.actor().id())
                .query((row, i) -> Decided.read(row))
                .single();
        tell(caller, lifted, seq, action, details);
    }

    private long nextSeq() {
        return jdbc.sql("UPDATE decision_count SET last = last + 1 RETURNING last")
                .query(Long.class)
                .single();
    }

    private void name(WorkspaceId workspace, Draft draft) {
        List<Named> named = new ArrayList<>();
        for (int side = 0; side < draft.sides().size(); side++) {
            for (SourceId source : draft.sides().get(side)) {
                named.add(new Named(source, side));
            }
        }
        jdbc.sql("""
                        INSERT INTO decision_source (workspace, source_id, decision_id, side)
                        SELECT :workspace, n.source_id, :id, n.side
                        FROM unnest(:sources, :sides) AS n(source_id, side)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("id", draft.id().value())
                .param("sources", each(named, one -> one.source().value()))
                .param("sides", named.stream().map(Named::side).toArray(Integer[]::new))
                .update();
    }

    private void tell(Caller caller, Decided decided, long seq, Audit.Action action, Map<String, ?> details) {
        jdbc.sql("""
                        INSERT INTO decision_turn (workspace, seq, decision_id, in_force)
                        VALUES (:workspace, :seq, :id, :inForce)
                        """)
                .param("workspace", caller.workspace().value())
                .param("seq", seq)
                .param("id", decided.id().value())
                .param("inForce", decided.inForce())
                .update();
        jdbc.sql("INSERT INTO decision_outbox (workspace, seq) VALUES (:workspace, :seq)")
                .param("workspace", caller.workspace().value())
                .param("seq", seq)
                .update();
        Map<String, Object> kept = new HashMap<>(details);
        kept.put("decisionSeq", seq);
        kept.put("reason", decided.reason());
        Audit.Subject subject =
                new Audit.Subject(Kinds.of(decided.ruling()), decided.id().value());
        audit.write(caller.workspace(), List.of(new Audit.Entry(caller.actor(), action, subject, kept)));
        outboxSignal.raiseAfterCommit();
    }

    /** One side, as a part of a derived id. */
    static String part(Set<SourceId> side) {
        return side.stream().sorted().map(SourceId::value).collect(Collectors.joining(","));
    }
}
