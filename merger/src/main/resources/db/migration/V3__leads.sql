-- Leads, and what they are made of. Messages belong to (source, episode), an inquiry says to which lead that pair belongs,
-- so a merge re-points inquiries and touches no message. Each key begins with the workspace, because row-level security
-- puts it into each condition. No foreign keys: every row here is written by one module, in batches.

CREATE TABLE source (
    workspace        uuid NOT NULL,
    id               text COLLATE "C" NOT NULL,
    channel          text NOT NULL,
    channel_id       text,
    account          text NOT NULL,
    external_user_id text NOT NULL,
    nickname         text,
    phone            text,
    name             text,
    described_at     timestamptz NOT NULL, -- when the event happened that the card was last written by; then its id
    described_by     text COLLATE "C" NOT NULL,
    told             text NOT NULL,        -- a digest of what that event told of its source
    first_seen_at    timestamptz NOT NULL,
    episode          integer NOT NULL,     -- the current one; 0 until the client writes for the first time
    PRIMARY KEY (workspace, id)
);
CALL isolate('source');

CREATE TABLE chat (
    workspace uuid NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    id        text COLLATE "C" NOT NULL,
    url       text,
    PRIMARY KEY (workspace, source_id, id)
);
CALL isolate('chat');

CREATE TABLE message (
    workspace           uuid NOT NULL,
    source_id           text COLLATE "C" NOT NULL,
    episode             integer NOT NULL,
    seq                 bigint GENERATED ALWAYS AS IDENTITY, -- tells messages of one moment apart
    channel             text COLLATE "C" NOT NULL,
    account             text COLLATE "C" NOT NULL,
    provider_message_id text COLLATE "C" NOT NULL,
    revision            bigint NOT NULL,
    chat_id             text NOT NULL,
    direction           text NOT NULL,
    kind                text NOT NULL,
    text                text NOT NULL,
    at                  timestamptz NOT NULL, -- by the sender's clock
    received_at         timestamptz NOT NULL,
    event_id            text NOT NULL,
    CONSTRAINT message_is_stored_once UNIQUE (workspace, channel, account, provider_message_id, revision)
);
CREATE INDEX message_in_time ON message (workspace, source_id, episode, at, seq) INCLUDE (direction, revision);
CALL isolate('message');

-- One source's part in one lead: what a merge re-points. A source's current lead is that of its current episode.
CREATE TABLE inquiry (
    workspace uuid NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    episode   integer NOT NULL,
    lead_id   text COLLATE "C" NOT NULL,
    opened_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, source_id, episode)
);
CREATE INDEX inquiry_of_lead ON inquiry (workspace, lead_id);
CALL isolate('inquiry');

CREATE TABLE lead (
    workspace         uuid NOT NULL,
    id                text COLLATE "C" NOT NULL,
    status            text COLLATE "C" NOT NULL,
    stage             text COLLATE "C" NOT NULL,
    name              text,
    assignee          text COLLATE "C",
    team              text COLLATE "C",
    contact_id        text COLLATE "C",
    attributes        jsonb NOT NULL DEFAULT '{}',
    survivor_id       text COLLATE "C",
    held              boolean NOT NULL DEFAULT false, -- a split waits for an answer: nothing merges into it
    previous_lead_ids text[] NOT NULL DEFAULT '{}',
    closed_at         timestamptz,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    last_inbound_at   timestamptz,
    active_at         timestamptz NOT NULL, -- last_inbound_at, or created_at without one: lists are sorted by it
    version           bigint NOT NULL,
    PRIMARY KEY (workspace, id),
    CONSTRAINT lead_status_is_known CHECK (status IN ('open', 'accepted', 'declined', 'closed', 'absorbed')),
    CONSTRAINT lead_is_absorbed_by_another CHECK ((status = 'absorbed') = (survivor_id IS NOT NULL) AND survivor_id <> id)
);
CREATE INDEX lead_by_activity ON lead (workspace, status, active_at, id);
CREATE INDEX lead_by_creation ON lead (workspace, status, created_at, id);
CREATE INDEX lead_by_survivor ON lead (workspace, survivor_id) WHERE survivor_id IS NOT NULL;
CALL isolate('lead');

-- The filters of lists, in one place; PostgreSQL writes it into the statement.
CREATE FUNCTION lead_is_wanted(l lead, wanted_stage text, wanted_assignee text, unassigned boolean, wanted_channel text)
    RETURNS boolean
    LANGUAGE sql STABLE AS
$$
    SELECT (wanted_stage IS NULL OR l.stage = wanted_stage)
       AND (wanted_assignee IS NULL OR l.assignee = wanted_assignee)
       AND (NOT unassigned OR l.assignee IS NULL)
       AND (wanted_channel IS NULL OR EXISTS (
           SELECT FROM inquiry i JOIN source s ON s.id = i.source_id
           WHERE i.lead_id = l.id AND s.channel = wanted_channel))
$$;

CREATE TABLE source_identifier (
    workspace uuid NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    kind      text COLLATE "C" NOT NULL,
    namespace text COLLATE "C" NOT NULL,
    value     text COLLATE "C" NOT NULL,
    trust     smallint NOT NULL, -- the highest seen: 0 mentioned, 1 stated, 2 verified, 3 asserted
    first_at  timestamptz NOT NULL,
    event_id  text COLLATE "C" NOT NULL,
    place     text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, source_id, kind, namespace, value)
);
CALL isolate('source_identifier');

-- What a lead is found by: a word of a name, an e-mail, digits of a phone forwards and (after '~') backwards, ...
CREATE TABLE search_token (
    workspace uuid NOT NULL,
    token     text COLLATE "C" NOT NULL,
    holder    text COLLATE "C" NOT NULL, -- a source, or a lead that was named by hand
    PRIMARY KEY (workspace, token, holder)
);
CALL isolate('search_token');

-- The newest snapshot of each profile, as the graph published it.
CREATE TABLE profile (
    workspace uuid NOT NULL,
    id        text COLLATE "C" NOT NULL,
    epoch     bigint NOT NULL,
    version   bigint NOT NULL,
    rules     bigint NOT NULL,
    decision  bigint NOT NULL,
    snapshot  json NOT NULL,
    PRIMARY KEY (workspace, id)
);
CALL isolate('profile');

-- The newest profile that claims a source. A source leaves a profile only when another claims it.
CREATE TABLE profile_member (
    workspace  uuid NOT NULL,
    source_id  text COLLATE "C" NOT NULL,
    profile_id text COLLATE "C" NOT NULL,
    epoch      bigint NOT NULL,
    version    bigint NOT NULL,
    PRIMARY KEY (workspace, source_id)
);
CREATE INDEX profile_member_of_profile ON profile_member (workspace, profile_id);
CALL isolate('profile_member');

-- Sources whose profile or lead has changed since their leads were last compared.
CREATE TABLE pending (
    workspace uuid NOT NULL,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    source_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, id)
);
CALL isolate('pending');
CALL let_owner_read('pending');

CREATE TABLE merge (
    workspace    uuid NOT NULL,
    id           text COLLATE "C" NOT NULL,
    survivor_id  text COLLATE "C" NOT NULL,
    absorbed_ids text[] NOT NULL,
    cause        text NOT NULL,
    rule         text,
    actor_kind   text NOT NULL,
    actor_id     text NOT NULL,
    at           timestamptz NOT NULL DEFAULT now(),
    undone_at    timestamptz,
    evidence     jsonb NOT NULL,
    moved        jsonb NOT NULL, -- each inquiry that was re-pointed, with the lead that it came from
    before       jsonb NOT NULL, -- own fields of survivor and absorbed as they were, by lead
    PRIMARY KEY (workspace, id)
);
CREATE INDEX merge_in_time ON merge (workspace, at, id);
CALL isolate('merge');

CREATE TABLE merge_lead (
    workspace uuid NOT NULL,
    lead_id   text COLLATE "C" NOT NULL,
    merge_id  text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, lead_id, merge_id)
);
CALL isolate('merge_lead');

CREATE TABLE merge_request (
    workspace  uuid NOT NULL,
    id         text COLLATE "C" NOT NULL,
    lead_ids   text[] NOT NULL, -- in order
    rule       text NOT NULL,
    evidence   jsonb NOT NULL,
    status     text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id),
    CONSTRAINT merge_request_status_is_known
        CHECK (status IN ('open', 'approved', 'rejected', 'withdrawn', 'expired'))
);
CREATE UNIQUE INDEX merge_request_is_open_once ON merge_request (workspace, lead_ids) WHERE status = 'open';
CREATE INDEX merge_request_in_time ON merge_request (workspace, status, created_at, id);
CALL isolate('merge_request');

CREATE TABLE merge_request_lead (
    workspace  uuid NOT NULL,
    lead_id    text COLLATE "C" NOT NULL,
    request_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, lead_id, request_id)
);
CALL isolate('merge_request_lead');

CREATE TABLE audit (
    workspace    uuid NOT NULL,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    at           timestamptz NOT NULL DEFAULT now(),
    actor_kind   text COLLATE "C" NOT NULL,
    actor_id     text COLLATE "C" NOT NULL,
    action       text COLLATE "C" NOT NULL,
    subject_kind text COLLATE "C" NOT NULL,
    subject_id   text COLLATE "C" NOT NULL,
    details      jsonb NOT NULL,
    salt         bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()), -- so that a hash of details tells nothing of them
    PRIMARY KEY (workspace, id)
);
CREATE INDEX audit_of_subject ON audit (workspace, subject_kind, subject_id, id);
CALL isolate('audit');

-- Leads whose new version is not on leadbraid.leads yet. The document is rendered when it is published.
CREATE TABLE outbox (
    workspace uuid NOT NULL,
    bucket    smallint NOT NULL,
    lead_id   text COLLATE "C" NOT NULL,
    version   bigint NOT NULL,
    PRIMARY KEY (workspace, bucket, lead_id, version)
);
CALL isolate('outbox');
CALL let_owner_read('outbox');

-- A record that cannot be worked on, however often it is tried.
CREATE TABLE dead_letter (
    workspace     uuid NOT NULL,
    id            text COLLATE "C" NOT NULL,
    topic         text NOT NULL,
    partition     integer NOT NULL,
    record_offset bigint NOT NULL,
    error         text NOT NULL, -- what kind of error, without content
    key           bytea,
    value         bytea,
    at            timestamptz NOT NULL DEFAULT now(),
    replayed_at   timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX dead_letter_in_time ON dead_letter (workspace, at, id);
CALL isolate('dead_letter');

-- How far each topic has been worked off; moved in the transaction that does the work. Of no workspace.
CREATE TABLE consumed (
    topic       text COLLATE "C" NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);
GRANT SELECT, INSERT, UPDATE ON consumed TO ${appRole};

-- For background work, which must know where there is some before it enters a workspace.
CREATE FUNCTION workspaces_with_pending() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS 'SELECT workspace FROM workspace w WHERE EXISTS (SELECT FROM pending p WHERE p.workspace = w.workspace)';

CREATE FUNCTION workspaces_with_outbox() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS 'SELECT workspace FROM workspace w WHERE EXISTS (SELECT FROM outbox o WHERE o.workspace = w.workspace)';

REVOKE EXECUTE ON FUNCTION workspaces_with_pending(), workspaces_with_outbox() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION workspaces_with_pending(), workspaces_with_outbox() TO ${appRole};

-- Until a table is analysed for the first time, up to a minute after rows pour in, the planner takes one workspace for one of
-- two hundred and prefers reading all of it to looking up a few hundred keys. So it is told beforehand what to expect. Servers
-- before PostgreSQL 18 cannot be told, and are slow in their first minute.
CREATE PROCEDURE expect_distinct(expected_table text, expected_column text, distinct_values real)
    LANGUAGE plpgsql AS
$$
BEGIN
    IF current_setting('server_version_num')::integer >= 180000 THEN
        PERFORM pg_restore_attribute_stats(
            'schemaname', current_schema()::text, 'relname', expected_table, 'attname', expected_column,
            'inherited', false, 'null_frac', 0::real, 'avg_width', 33, 'n_distinct', distinct_values);
    END IF;
END
$$;

DO $$
DECLARE
    expected record;
BEGIN
    FOR expected IN
        SELECT c.table_name, c.column_name,
               -- Below zero it is a share of the rows: all different, or a few alike.
               CASE WHEN c.column_name = 'workspace' THEN 1 WHEN c.column_name = 'id' THEN -1 ELSE -0.5 END::real AS distinct_values
        FROM information_schema.columns c
        WHERE c.table_schema = current_schema()
          AND c.table_name IN ('source', 'chat', 'message', 'inquiry', 'lead', 'source_identifier', 'search_token', 'profile',
                               'profile_member', 'pending', 'merge', 'merge_lead', 'merge_request', 'merge_request_lead',
                               'audit', 'outbox')
          AND c.column_name IN ('workspace', 'id', 'source_id', 'lead_id', 'survivor_id', 'provider_message_id', 'value', 'token',
                                'holder', 'profile_id', 'merge_id', 'request_id', 'subject_id')
    LOOP
        CALL expect_distinct(expected.table_name, expected.column_name, expected.distinct_values);
    END LOOP;
END
$$;

DROP PROCEDURE expect_distinct(text, text, real);
