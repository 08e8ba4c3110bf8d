package inventory.core.store.resource;

import inventory.core.reconcile.Reconciler.RunReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts complete readings of lanes.
 *
 * @param at when they were made
 */
record Readings(Connection connection, RunReference run, Instant at) {
    private static final String COUNT = "UPDATE lane SET readings = ?, last_read_at = ? WHERE id = ?";
    private static final String INSERT =
            "INSERT INTO lane_reading (read_at, run_id, lane_id, reading_no) VALUES (?, ?, ?, ?)";
    private static final String AGAIN =
            "UPDATE lane_reading SET read_at = ? WHERE run_id = ? AND lane_id = ? AND reading_no = ?";

    /** One reading for each of these lanes; where this run has its reading already, it is made anew. */
    void count(Collection<ReadingLane> lanes) throws SQLException {
        Map<Boolean, List<ReadingLane>> byCounted = lanes.stream()
                .collect(Collectors.partitioningBy(
                        lane -> lane.known().map(Lane::counted).orElse(false)));
        for (ReadingLane lane : lanes) {
            lane.id(connection, run.provider());
        }
        write(AGAIN, byCounted.get(true));
        write(INSERT, byCounted.get(false));
        if (lanes.isEmpty()) {
            return;
        }
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            for (ReadingLane lane : lanes) {
                count.setLong(1, lane.reading());
                count.setObject(2, Jdbc.time(at));
                count.setLong(3, lane.id());
                count.addBatch();
            }
            count.executeBatch();
        }
    }

    private void write(String sql, List<ReadingLane> lanes) throws SQLException {
        if (lanes.isEmpty()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            for (ReadingLane lane : lanes) {
                write.setObject(1, Jdbc.time(at));
                write.setObject(2, run.run());
                write.setLong(3, lane.id());
                write.setLong(4, lane.reading());
                write.addBatch();
            }
            write.executeBatch();
        }
    }
}
