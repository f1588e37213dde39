package io.leadbraid.servers;

/**
 * How to reach one database.
 *
 * @param owner owns the database and everything in it: for migrations only
 * @param app owns nothing, so row-level security binds it: for everything else
 */
public record DatabaseAccess(String jdbcUrl, Login owner, Login app) {}
