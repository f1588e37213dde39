package io.leadbraid.merger.leads;

import io.leadbraid.model.Direction;
import io.leadbraid.model.LeadId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads columns of a row as our own types. */
public final class Columns {

    private Columns() {}

    public static Instant when(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public static List<LeadId> ids(ResultSet row, String column) throws SQLException {
        return strings(row, column).stream().map(LeadId::new).toList();
    }

    static Direction direction(String label) {
        return Direction.valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** For a parameter: the driver knows no instants. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** One column of many rows, for {@code unnest}. */
    public static <T> @Nullable String[] each(Collection<T> rows, Function<? super T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    public static <T> Long[] eachNumber(Collection<T> rows, Function<? super T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    /** PostgreSQL stores every character but one. */
    public static String storable(String text) {
        return text.indexOf(0) < 0 ? text : text.replace((char) 0, '\uFFFD');
    }
}
