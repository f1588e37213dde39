-- The ground of every table: one workspace never sees another. The application works as a role that owns nothing, and
-- names the workspace first thing in each transaction; without that it sees no row at all.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${appRole}') THEN
        CREATE ROLE ${appRole} NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, '${appRole}', 'SET') AND
       (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT ${appRole} TO %I WITH SET TRUE', current_user);
    END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO ${appRole};

-- Puts a table with a column "workspace" under row-level security, its owner included.
CREATE PROCEDURE isolate(isolated regclass)
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', isolated);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', isolated);
    EXECUTE format('CREATE POLICY within_workspace ON %s '
        'USING (workspace = nullif(current_setting(''leadbraid.workspace'', true), '''')::uuid)', isolated);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${appRole}', isolated);
END
$$;

-- Lets functions of the owner, and nobody else, read a table across workspaces: for what must be found before its
-- workspace is known.
CREATE PROCEDURE let_owner_read(readable regclass)
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('CREATE POLICY owner_reads ON %s FOR SELECT TO CURRENT_USER USING (true)', readable);
END
$$;

CREATE TABLE workspace (
    workspace  uuid PRIMARY KEY,
    name       text COLLATE "C" NOT NULL CONSTRAINT workspace_name_is_unique UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);
CALL isolate('workspace');
CALL let_owner_read('workspace');

CREATE TABLE api_key (
    workspace   uuid NOT NULL REFERENCES workspace,
    id          text COLLATE "C" NOT NULL,
    name        text NOT NULL,
    secret_hash bytea NOT NULL CONSTRAINT api_key_secret_is_unique UNIQUE,
    scopes      text[] NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz,
    PRIMARY KEY (workspace, id)
);
CALL isolate('api_key');
CALL let_owner_read('api_key');

CREATE FUNCTION api_key_by_hash(hash bytea) RETURNS SETOF api_key
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS 'SELECT * FROM api_key WHERE secret_hash = hash';

CREATE FUNCTION all_workspaces() RETURNS SETOF workspace
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS 'SELECT * FROM workspace';

REVOKE EXECUTE ON FUNCTION api_key_by_hash(bytea), all_workspaces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api_key_by_hash(bytea), all_workspaces() TO ${appRole};
