-- Channels are found by their id before any workspace is known: a webhook names nothing else.

CREATE TABLE channel (
    workspace  uuid NOT NULL REFERENCES workspace,
    id         text COLLATE "C" NOT NULL CONSTRAINT channel_id_is_unique UNIQUE,
    kind       text COLLATE "C" NOT NULL,
    name       text NOT NULL,
    settings   jsonb NOT NULL,
    secrets    bytea NOT NULL,
    version    bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace, id)
);
CALL isolate('channel');
CALL let_owner_read('channel');

CREATE FUNCTION channel_versions() RETURNS TABLE (id text, version bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS 'SELECT id, version FROM channel';

CREATE FUNCTION channel_by_id(ids text[]) RETURNS SETOF channel
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS 'SELECT * FROM channel WHERE id = ANY (ids)';

REVOKE EXECUTE ON FUNCTION channel_versions(), channel_by_id(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION channel_versions(), channel_by_id(text[]) TO ${appRole};

-- Apart from the channel, because it changes with traffic and the channel's version must not.
CREATE TABLE channel_activity (
    workspace       uuid NOT NULL,
    channel         text COLLATE "C" NOT NULL,
    last_message_at timestamptz,
    last_error_at   timestamptz,
    last_error      text,
    PRIMARY KEY (workspace, channel),
    CONSTRAINT channel_activity_is_of_channel
        FOREIGN KEY (workspace, channel) REFERENCES channel ON DELETE CASCADE
);
CALL isolate('channel_activity');

-- Keys by which senders mark a repeat, for 24 hours.
CREATE TABLE idempotency_key (
    workspace  uuid NOT NULL REFERENCES workspace,
    api_key    text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    body       text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace, api_key, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (workspace, created_at);
CALL isolate('idempotency_key');

-- Payloads that nobody could read, as they came.
CREATE TABLE quarantine (
    workspace    uuid NOT NULL,
    id           text COLLATE "C" NOT NULL,
    channel      text COLLATE "C" NOT NULL,
    received_at  timestamptz NOT NULL,
    content_type text NOT NULL,
    body         bytea NOT NULL,
    reason       text NOT NULL,
    replayed_at  timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX quarantine_waiting ON quarantine (workspace, received_at, id) WHERE replayed_at IS NULL;
CALL isolate('quarantine');
