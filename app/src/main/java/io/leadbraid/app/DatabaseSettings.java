package io.leadbraid.app;

import io.leadbraid.servers.DatabaseAccess;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Spring's settings for the database: migrations run as its owner, everything else as a role that owns nothing. */
final class DatabaseSettings {

    private static final String APP_ROLE = "leadbraid_app";

    private DatabaseSettings() {}

    static Map<String, Object> embedded(DatabaseAccess access) {
        return Map.of(
                "spring.datasource.url", access.jdbcUrl(),
                "spring.datasource.username", access.app().username(),
                "spring.datasource.password", access.app().password(),
                "spring.flyway.url", access.jdbcUrl(),
                "spring.flyway.user", access.owner().username(),
                "spring.flyway.password", access.owner().password(),
                "spring.flyway.placeholders.appRole", access.app().username());
    }

    /** One login serves for both; the pool's connections step down to the role that owns nothing. */
    static Map<String, Object> external(String url, Environment environment) {
        String username = required(environment, "leadbraid.database-username", "LEADBRAID_DATABASE_USERNAME");
        String password = required(environment, "leadbraid.database-password", "LEADBRAID_DATABASE_PASSWORD");
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", username,
                "spring.datasource.password", password,
                "spring.datasource.hikari.connection-init-sql", "SET ROLE " + APP_ROLE,
                "spring.flyway.url", url,
                "spring.flyway.user", username,
                "spring.flyway.password", password,
                "spring.flyway.placeholders.appRole", APP_ROLE);
    }

    /** A process whose roles need no database: it has no keys either, and serves health and metrics alone. */
    static Map<String, Object> none() {
        return Map.of(
                "spring.autoconfigure.exclude",
                String.join(
                        ",",
                        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                        "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
                        "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
                        "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
                        "org.springframework.boot.security.autoconfigure.actuate.web.servlet"
                                + ".ManagementWebSecurityAutoConfiguration"));
    }

    private static String required(Environment environment, String name, String variable) {
        String value = environment.getProperty(name);
        if (value == null) {
            throw new StartFailedException(variable + " is missing; LEADBRAID_DATABASE_URL needs it");
        }
        return value;
    }
}
