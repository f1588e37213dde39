-- What people have decided, as registers that are switched on and off. Each turn has the workspace's next number, and goes to
-- leadbraid.decisions in that order.

-- The number of a workspace's last turn. Whoever takes the next holds the row until he commits, so there are no gaps, and
-- turns become visible in their order.
CREATE TABLE decision_count (
    workspace uuid PRIMARY KEY,
    last      bigint NOT NULL
);
CALL isolate('decision_count');

CREATE TABLE decision (
    workspace  uuid NOT NULL,
    id         text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    ruling     jsonb NOT NULL,
    identifier text COLLATE "C",   -- the one that is shared
    first_at   timestamptz NOT NULL,
    -- of its last turn
    seq        bigint NOT NULL,
    in_force   boolean NOT NULL,
    reason     text NOT NULL,
    actor_kind text COLLATE "C" NOT NULL,
    actor_id   text COLLATE "C" NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (workspace, id),
    CONSTRAINT decision_kind_is_known
        CHECK (kind IN ('assertion', 'retraction', 'separation', 'keep-apart', 'shared-identifier'))
);
CREATE INDEX decision_in_time ON decision (workspace, kind, at, id) WHERE in_force;
CREATE INDEX decision_on_identifier ON decision (workspace, identifier) WHERE identifier IS NOT NULL;
CALL isolate('decision');

CREATE TABLE decision_turn (
    workspace   uuid NOT NULL,
    seq         bigint NOT NULL,
    decision_id text COLLATE "C" NOT NULL,
    in_force    boolean NOT NULL,
    PRIMARY KEY (workspace, seq)
);
CREATE INDEX decision_turn_of_decision ON decision_turn (workspace, decision_id, seq);
CALL isolate('decision_turn');

-- Whom a decision names, and on which side of it he stands.
CREATE TABLE decision_source (
    workspace   uuid NOT NULL,
    source_id   text COLLATE "C" NOT NULL,
    decision_id text COLLATE "C" NOT NULL,
    side        smallint NOT NULL,
    PRIMARY KEY (workspace, source_id, decision_id)
);
CREATE INDEX decision_source_of_decision ON decision_source (workspace, decision_id, side);
CALL isolate('decision_source');

-- Turns that are not on leadbraid.decisions yet.
CREATE TABLE decision_outbox (
    workspace uuid NOT NULL,
    seq       bigint NOT NULL,
    PRIMARY KEY (workspace, seq)
);
CALL isolate('decision_outbox');
CALL let_owner_read('decision_outbox');

CREATE FUNCTION workspaces_with_decision_outbox() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS 'SELECT workspace FROM workspace w WHERE EXISTS (SELECT FROM decision_outbox o WHERE o.workspace = w.workspace)';

REVOKE EXECUTE ON FUNCTION workspaces_with_decision_outbox() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspaces_with_decision_outbox() TO ${appRole};
