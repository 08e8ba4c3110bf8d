package inventory.core.store;

import java.sql.SQLException;
import java.sql.Statement;

/** A program that commits one change, begins another and dies as by {@code kill -9}. */
final class H2Casualty {
    static final int KILLED = 9;

    private H2Casualty() {}

    public static void main(String[] arguments) throws SQLException {
        PooledDatabase database = DatabaseFixture.ready(DatabaseSettings.of(arguments[0], "", ""));
        StoreContract.change(database, "UPDATE feed_head SET feed_position = 1");
        try (Statement statement = database.open().createStatement()) {
            statement.execute(
                    "INSERT INTO change_batch (run_id, provider_id, organization_id, committed_at, edges_resolved)"
                            + " VALUES (RANDOM_UUID(), RANDOM_UUID(), 1, CURRENT_TIMESTAMP, FALSE)");
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
