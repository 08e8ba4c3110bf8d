package inventory.core.store.query;

import inventory.core.store.dialect.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts rows. A count of many rows costs as much as reading them, so one above {@value #LARGE} is asked for at most once in
 * {@value #KEPT_SECONDS} seconds; smaller ones are exact at every page. Thread-safe.
 */
final class LargeCounts {
    static final long LARGE = 100_000;
    static final long KEPT_SECONDS = 60;
    private static final int MOST = 500;

    private record Counted(long count, Instant at) {}

    private final Clock clock;
    private final Map<Sql, Counted> counted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sql, Counted> eldest) {
            return size() > MOST;
        }
    };

    LargeCounts(Clock clock) {
        this.clock = clock;
    }

    /** Whether there can be a row behind so many; a large count may be a little old, so there it is not taken at its word. */
    static boolean mayReach(long count, long offset) {
        return count > LARGE ? offset / 2 <= count : offset < count;
    }

    long count(Connection connection, Sql sql) throws SQLException {
        Counted known = known(sql);
        if (known != null && known.at().plus(Duration.ofSeconds(KEPT_SECONDS)).isAfter(clock.instant())) {
            return known.count();
        }
        long count = Statements.count(connection, sql);
        remember(sql, count);
        return count;
    }

    private synchronized Counted known(Sql sql) {
        return counted.get(sql);
    }

    private synchronized void remember(Sql sql, long count) {
        if (count > LARGE) {
            counted.put(sql, new Counted(count, clock.instant()));
        } else {
            counted.remove(sql);
        }
    }
}
