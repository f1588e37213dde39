package io.leadbraid.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class SharedServersIT {
    @Test
    void everybodyGetsTheSameBroker() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1)))
                    .all()
                    .get();
        }

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            assertThat(admin.listTopics().names().get()).contains("letters");
        }
    }

    @Test
    void everyDatabaseIsNewAndApart() throws SQLException {
        try (TestDatabase one = TestServers.database().migrate();
                TestDatabase other = TestServers.database().migrate()) {
            update(one.appDataSource(), "INSERT INTO note (id) VALUES (1)");

            assertThat(value(one.appDataSource(), "SELECT count(*) FROM note")).isEqualTo("1");
            assertThat(value(other.appDataSource(), "SELECT count(*) FROM note"))
                    .isEqualTo("0");
        }
    }

    @Test
    void theAppHasOnlyWhatMigrationsGrant() throws SQLException {
        try (TestDatabase database = TestServers.database().migrate()) {
            assertThat(value(database.ownerDataSource(), "SELECT current_user")).isEqualTo("leadbraid_owner");
            assertThat(value(database.appDataSource(), "SELECT current_user")).isEqualTo("leadbraid_app");
            assertThatThrownBy(() -> update(database.appDataSource(), "DELETE FROM note"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void caseFoldsInCyrillicToo() throws SQLException {
        try (TestDatabase database = TestServers.database()) {
            assertThat(value(database.appDataSource(), "SELECT lower('ИВАН')")).isEqualTo("иван");
        }
    }

    private static void update(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String value(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
