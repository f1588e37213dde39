-- What the naive service keeps: the same messages, sources, identifiers and leads, with the indexes that its look-ups need.

CREATE TABLE message (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workspace   uuid NOT NULL,
    source      text COLLATE "C" NOT NULL,
    channel     text COLLATE "C" NOT NULL,
    account     text COLLATE "C" NOT NULL,
    provider_id text COLLATE "C" NOT NULL,
    revision    bigint NOT NULL,
    chat        text NOT NULL,
    direction   text NOT NULL,
    kind        text NOT NULL,
    body        text NOT NULL,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    CONSTRAINT message_is_stored_once UNIQUE (workspace, channel, account, provider_id, revision)
);
CREATE INDEX message_by_source ON message (source, occurred_at);

CREATE TABLE lead (
    id              text COLLATE "C" PRIMARY KEY,
    workspace       uuid NOT NULL,
    status          text NOT NULL,
    name            text,
    survivor        text COLLATE "C",
    last_message    text,
    last_inbound_at timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint NOT NULL
);

CREATE TABLE source (
    id               text COLLATE "C" PRIMARY KEY,
    workspace        uuid NOT NULL,
    channel          text NOT NULL,
    account          text NOT NULL,
    external_user_id text NOT NULL,
    name             text,
    lead             text COLLATE "C" NOT NULL REFERENCES lead,
    first_seen_at    timestamptz NOT NULL,
    last_seen_at     timestamptz NOT NULL,
    messages         bigint NOT NULL
);
CREATE INDEX source_by_lead ON source (lead);

CREATE TABLE identifier (
    source        text COLLATE "C" NOT NULL REFERENCES source,
    workspace     uuid NOT NULL,
    value         text COLLATE "C" NOT NULL,
    trust         text NOT NULL,
    first_seen_at timestamptz NOT NULL,
    PRIMARY KEY (source, value)
);
CREATE INDEX identifier_by_value ON identifier (workspace, value);
