package inventory.core.store.query;

import inventory.api.query.Field;
import inventory.core.query.Criteria;
import inventory.core.store.dialect.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads only the newest readings as long as they fill the page: the rows of all readings, of which each is a product of resources and
 * runs, are too many to sort for the sake of one page. Each attempt takes {@value #WIDER} times as many readings as the one before.
 *
 * @param time the column that the listing is ordered by, newest first
 * @param selective fields whose conditions leave so few rows that no window is needed
 */
record Window(String time, Set<String> selective) {
    private static final int NARROW = 16;
    private static final int WIDER = 16;
    private static final String START = """
            SELECT MIN(x.read_at) AS start_at, COUNT(*) AS readings
              FROM (SELECT read_at FROM lane_reading WHERE read_at <= ? ORDER BY read_at DESC FETCH FIRST ? ROWS ONLY) x""";
    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.parse("9999-01-01T00:00:00Z");

    /** Reads the page within a window. */
    @FunctionalInterface
    interface Attempt<T> {
        List<T> within(List<Sql> window) throws SQLException;
    }

    private record Start(Optional<Instant> at, long readings) {}

    boolean suits(Criteria criteria) {
        return selective.stream().noneMatch(criteria::asksFor);
    }

    /** The rows of the first window that fills the page. */
    <T> List<T> widened(Connection connection, Criteria criteria, long count, Attempt<T> attempt) throws SQLException {
        Object end = criteria.after()
                .map(cursor ->
                        Selection.position(Field.Kind.INSTANT, cursor.position().get(0)))
                .orElse(END_OF_TIME);
        long wanted = Math.min(criteria.pageSize() + 1L, count - criteria.offset());
        for (long readings = NARROW; ; readings *= WIDER) {
            Start start = start(connection, end, readings);
            if (start.readings() < readings || start.at().isEmpty()) {
                return attempt.within(List.of());
            }
            List<T> rows = attempt.within(
                    List.of(Sql.of(time + " >= ?", start.at().get().atOffset(ZoneOffset.UTC))));
            if (rows.size() >= wanted) {
                return rows;
            }
        }
    }

    private static Start start(Connection connection, Object end, long readings) throws SQLException {
        Sql sql = Sql.of(START, end, readings);
        return Statements.list(
                        connection, sql, row -> new Start(row.optionalInstant("start_at"), row.number("readings")))
                .get(0);
    }
}
