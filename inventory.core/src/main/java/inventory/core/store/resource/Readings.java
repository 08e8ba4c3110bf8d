package inventory.core.store.resource;

import inventory.core.reconcile.Reconciler.RunReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Counts complete readings of lanes. */
final class Readings {
    private static final String COUNT = "UPDATE lane SET readings = ?, last_read_at = ? WHERE id = ?";
    private static final String INSERT =
            "INSERT INTO lane_reading (lane_id, reading_no, run_id, read_at) VALUES (?, ?, ?, ?)";

    private Readings() {}

    /** One reading for each of these lanes, unless this run has its reading already. */
    static void count(Connection connection, RunReference run, Collection<ReadingLane> lanes, Instant at)
            throws SQLException {
        List<ReadingLane> uncounted = new ArrayList<>();
        for (ReadingLane lane : lanes) {
            lane.id(connection, run.provider());
            if (!lane.known().map(Lane::counted).orElse(false)) {
                uncounted.add(lane);
            }
        }
        if (uncounted.isEmpty()) {
            return;
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ReadingLane lane : uncounted) {
                count.setLong(1, lane.reading());
                count.setObject(2, Jdbc.time(at));
                count.setLong(3, lane.id());
                count.addBatch();
                insert.setLong(1, lane.id());
                insert.setLong(2, lane.reading());
                insert.setObject(3, run.run());
                insert.setObject(4, Jdbc.time(at));
                insert.addBatch();
            }
            count.executeBatch();
            insert.executeBatch();
        }
    }
}
