package inventory.core.store.resource;

import inventory.core.reconcile.Reconciler.RunReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The lanes of a provider, as its run knows them. Thread-safe. */
final class Lanes {
    /** A reading of this run, if there is one, is the newest of its lane: then the one before it counts. */
    private static final String SELECT = """
            SELECT l.id, l.scope, l.resource_type_id, l.readings, l.last_read_at, own.reading_no, previous.read_at
            FROM lane l
            LEFT JOIN lane_reading own ON own.lane_id = l.id AND own.reading_no = l.readings AND own.run_id = ?
            LEFT JOIN lane_reading previous ON previous.lane_id = own.lane_id AND previous.reading_no = own.reading_no - 1
            WHERE l.provider_id = ?
            ORDER BY l.id""";

    private final Map<LaneKey, Lane> byKey = new HashMap<>();
    private final Map<Long, Lane> byId = new HashMap<>();

    static Lanes load(Connection connection, RunReference run) throws SQLException {
        Lanes lanes = new Lanes();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, run.run());
            select.setObject(2, run.provider());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    boolean counted = rows.getLong(6) > 0;
                    Instant readAt = counted ? Jdbc.time(rows, 7) : Jdbc.time(rows, 5);
                    lanes.put(
                            new LaneKey(rows.getString(2), rows.getObject(3, UUID.class)),
                            new Lane(
                                    rows.getLong(1),
                                    lanes.byId.size(),
                                    rows.getLong(4) - (counted ? 1 : 0),
                                    readAt == null ? Instant.EPOCH : readAt,
                                    counted));
                }
            }
        }
        return lanes;
    }

    synchronized Optional<Lane> find(LaneKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** @param id the lane of a stored resource */
    synchronized Lane byId(long id) {
        Lane lane = byId.get(id);
        if (lane == null) {
            throw new IllegalStateException("A resource lies in the lane " + id + ", which its provider does not have");
        }
        return lane;
    }

    /** These were read to their end by this run. */
    synchronized void count(Collection<ReadingLane> read) {
        for (ReadingLane lane : read) {
            Lane known = byKey.get(lane.key());
            put(
                    lane.key(),
                    known == null ? new Lane(lane.id(), byId.size(), 0, Instant.EPOCH, true) : known.withCount());
        }
    }

    private void put(LaneKey key, Lane lane) {
        byKey.put(key, lane);
        byId.put(lane.id(), lane);
    }
}
