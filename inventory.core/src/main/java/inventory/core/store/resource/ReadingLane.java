package inventory.core.store.resource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** A lane during one attempt at its scope. Not thread-safe. */
final class ReadingLane {
    private static final int UNKNOWN = -1;
    private static final String INSERT =
            "INSERT INTO lane (provider_id, scope, resource_type_id, readings) VALUES (?, ?, ?, 0)";

    private final LaneKey key;
    private final Optional<Lane> known;
    private long id;
    private boolean read = true;

    ReadingLane(LaneKey key, Optional<Lane> known) {
        this.key = key;
        this.known = known;
        this.id = known.map(Lane::id).orElse(0L);
    }

    LaneKey key() {
        return key;
    }

    /** @return its number within the run; negative while the store has no such lane */
    int number() {
        return known.map(Lane::number).orElse(UNKNOWN);
    }

    /** @return the number of the reading that this attempt makes */
    long reading() {
        return known.map(Lane::reading).orElse(1L);
    }

    Optional<Lane> known() {
        return known;
    }

    boolean isRead() {
        return read;
    }

    void markNotRead() {
        read = false;
    }

    long id() {
        return id;
    }

    /** Gives it a row if it has none. */
    long id(Connection connection, UUID provider) throws SQLException {
        if (id == 0) {
            try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
                insert.setObject(1, provider);
                insert.setString(2, key.scope());
                insert.setObject(3, key.type());
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    id = keys.getLong("id");
                }
            }
        }
        return id;
    }
}
