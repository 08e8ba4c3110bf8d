package inventory.core.store.feed;

import inventory.api.change.Change;
import inventory.api.change.Change.Kind;
import inventory.api.identity.Caller;
import inventory.core.store.Json;
import inventory.core.store.feed.FeedCursor.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Gathers the answer to one call. */
final class FeedReader {
    private static final int BATCHES = 100;
    private static final String OF_ALL =
            "SELECT id, feed_position, run_id, provider_id, organization_id, committed_at FROM change_batch"
                    + " WHERE feed_position >= ? ORDER BY feed_position LIMIT " + BATCHES;
    private static final String OF_SOME = OF_ALL.replace(" ORDER", " AND organization_id = ANY(?) ORDER");
    private static final String APPEARED =
            "SELECT id FROM resource WHERE batch_id = ? AND id > ? ORDER BY batch_id, id LIMIT ?";
    private static final String DRIFTED = "SELECT id, resource_id, drift_type, changes FROM resource_drift"
            + " WHERE batch_id = ? AND id > ? ORDER BY batch_id, id LIMIT ?";

    private final Connection connection;
    private final int limit;
    private final List<Change> changes = new ArrayList<>();

    FeedReader(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    private record Batch(long id, long position, UUID run, UUID provider, long organization, Instant at) {
        Change change(FeedCursor here, Kind kind, UUID resource, Map<String, Object> differences) {
            return new Change(here.toString(), kind, resource, provider, organization, run, at, differences);
        }
    }

    List<Change> read(Caller caller, FeedCursor cursor) throws SQLException {
        FeedCursor from = cursor;
        List<Batch> batches;
        do {
            batches = batches(caller, from);
            for (Batch batch : batches) {
                addOf(batch, batch.position() == from.position() ? from : FeedCursor.before(batch.position()));
                if (changes.size() == limit) {
                    return changes;
                }
                from = FeedCursor.behind(batch.position());
            }
        } while (batches.size() == BATCHES);
        return changes;
    }

    private List<Batch> batches(Caller caller, FeedCursor from) throws SQLException {
        List<Batch> batches = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(caller.readsAll() ? OF_ALL : OF_SOME)) {
            select.setLong(1, from.part() == Part.END ? from.position() + 1 : from.position());
            if (!caller.readsAll()) {
                Set<Long> readable = new TreeSet<>(caller.readable());
                readable.addAll(caller.writable());
                select.setArray(2, connection.createArrayOf("bigint", readable.toArray()));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    batches.add(new Batch(
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getObject(3, UUID.class),
                            rows.getObject(4, UUID.class),
                            rows.getLong(5),
                            rows.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return batches;
    }

    private void addOf(Batch batch, FeedCursor from) throws SQLException {
        if (from.part() == Part.APPEARED) {
            try (PreparedStatement select = select(APPEARED, batch, from.id());
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    FeedCursor here = new FeedCursor(batch.position(), Part.APPEARED, id);
                    changes.add(batch.change(here, Kind.APPEARED, id, Map.of()));
                }
            }
        }
        if (from.part() != Part.END && changes.size() < limit) {
            try (PreparedStatement select = select(DRIFTED, batch, from.idIn(Part.DRIFTED));
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    addDrift(batch, rows);
                }
            }
        }
    }

    private void addDrift(Batch batch, ResultSet rows) throws SQLException {
        FeedCursor here = new FeedCursor(batch.position(), Part.DRIFTED, rows.getObject(1, UUID.class));
        Kind kind = switch (rows.getString(3)) {
            case "modified" -> Kind.ALTERED;
            case "deleted" -> Kind.VANISHED;
            default -> Kind.RESTORED;
        };
        Map<String, Object> differences = kind == Kind.RESTORED ? Map.of() : Json.object(rows.getString(4));
        changes.add(batch.change(here, kind, rows.getObject(2, UUID.class), differences));
    }

    private PreparedStatement select(String sql, Batch batch, UUID behind) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        select.setLong(1, batch.id());
        select.setObject(2, behind);
        select.setInt(3, limit - changes.size());
        return select;
    }
}
