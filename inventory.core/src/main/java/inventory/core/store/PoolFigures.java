package inventory.core.store;

import com.zaxxer.hikari.HikariPoolMXBean;
import inventory.api.query.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pool of connections shows to a monitoring system. */
final class PoolFigures {
    private PoolFigures() {}

    /** @param pool absent before the first contact with the database */
    static List<Measure> of(boolean ready, Optional<HikariPoolMXBean> pool) {
        List<Measure> measures = new ArrayList<>();
        measures.add(gauge("inventory_database_ready", "1 while the database can be used", Map.of(), ready ? 1 : 0));
        pool.ifPresent(figures -> {
            measures.add(connections("active", figures.getActiveConnections()));
            measures.add(connections("idle", figures.getIdleConnections()));
            measures.add(gauge(
                    "inventory_database_waiting",
                    "Threads that wait for a database connection",
                    Map.of(),
                    figures.getThreadsAwaitingConnection()));
        });
        return measures;
    }

    private static Measure connections(String state, int count) {
        return gauge("inventory_database_connections", "Database connections held", Map.of("state", state), count);
    }

    private static Measure gauge(String name, String help, Map<String, String> labels, double value) {
        return new Measure(name, help, Measure.Type.GAUGE, labels, value);
    }
}
