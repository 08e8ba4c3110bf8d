package inventory.core.store.feed;

import inventory.api.InvalidInputException;
import inventory.api.change.Change;
import inventory.api.change.ChangeFeed;
import inventory.api.identity.Caller;
import inventory.core.store.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the batches of changes in the order of their commits. */
@Component
public final class JdbcChangeFeed implements ChangeFeed {
    private static final int MOST = 10_000;

    private final Database database;

    @Activate
    public JdbcChangeFeed(@Reference Database database) {
        this.database = database;
    }

    @Override
    public List<Change> read(Caller caller, String cursor, int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidInputException.of("limit", "Must be 1 to " + MOST + ".");
        }
        FeedCursor from = FeedCursor.of(cursor);
        return database.read(connection -> new FeedReader(connection, limit).read(caller, from));
    }

    @Override
    public String end() {
        long position = database.read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT feed_position FROM feed_head WHERE id = 1");
                    ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
        return position == 0 ? START : FeedCursor.behind(position).toString();
    }
}
