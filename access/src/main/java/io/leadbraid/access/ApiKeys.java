package io.leadbraid.access;

import io.leadbraid.model.Digest;
import io.leadbraid.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of programs. Only a hash of a key's secret is stored. */
public final class ApiKeys {

    private static final int SECRET_BYTES = 32;
    private static final String PREFIX = "lbk_";

    private final WorkspaceTransactions transactions;
    private final JdbcClient jdbc;

    ApiKeys(WorkspaceTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** A new secret that nobody can guess. */
    public static String draw() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    boolean exist(WorkspaceId workspace) {
        return transactions.in(
                workspace,
                () -> jdbc.sql("SELECT EXISTS (SELECT FROM api_key)")
                        .query(Boolean.class)
                        .single());
    }

    /** Makes a key with that secret; does nothing where it exists. */
    public void register(WorkspaceId workspace, String name, String secret, Set<Scope> scopes) {
        transactions.in(
                workspace,
                () -> jdbc.sql("""
                        INSERT INTO api_key (workspace, id, name, secret_hash, scopes)
                        VALUES (:workspace, :id, :name, :hash, :scopes)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("workspace", workspace.value())
                        .param("id", Digest.of("api-key", secret))
                        .param("name", name)
                        .param("hash", hash(secret))
                        .param("scopes", scopes.stream().map(Scope::label).toArray(String[]::new))
                        .update());
    }

    /** Who calls with this secret; empty for an unknown or expired key. */
    Optional<Caller> find(String secret) {
        return jdbc.sql("""
                        SELECT workspace, id, scopes
                        FROM api_key_by_hash(:hash)
                        WHERE expires_at IS NULL OR expires_at > now()
                        """)
                .param("hash", hash(secret))
                .query((row, i) -> caller(row))
                .optional();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                new WorkspaceId(row.getObject("workspace", UUID.class)),
                new Actor(Actor.Kind.KEY, row.getString("id")),
                scopes(row.getArray("scopes")));
    }

    private static Set<Scope> scopes(Array labels) throws SQLException {
        return Arrays.stream((String[]) labels.getArray())
                .flatMap(label -> Scope.ofLabel(label).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
