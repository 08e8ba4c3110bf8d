package bndrun.bench;

import inventory.core.store.PostgresPeer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A PostgreSQL server with its own defaults, and the raw ways to write the rows that the product has written. */
final class Postgres implements AutoCloseable {

    private static final String TABLES = "'resource', 'resource_version', 'resource_relationship', 'resource_drift'";

    /** What an idle connection has counted shows up to ten seconds later. */
    private static final long STATISTICS_ARE_LATE = TimeUnit.SECONDS.toNanos(12);

    private final PostgresPeer server = PostgresPeer.start("max_wal_size=2GB");

    /** What the product needs to use a new, empty database. */
    Map<String, String> newDatabase() {
        return Map.of(
                "INVENTORY_DB_URL", server.newDatabase(),
                "INVENTORY_DB_USER", server.user(),
                "INVENTORY_DB_PASSWORD", server.password());
    }

    /** Copies the rows of {@code resource} into an empty table with the same columns and indexes. */
    Duration copy(String url) throws SQLException, IOException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copies.copyOut("COPY resource TO STDOUT", rows);
            statement.execute("DROP TABLE IF EXISTS yardstick");
            statement.execute("CREATE TABLE yardstick (LIKE resource INCLUDING ALL)");
            statement.execute("CHECKPOINT");
            long begin = System.nanoTime();
            copies.copyIn("COPY yardstick FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    /** Writes every row of {@code resource} again, over the rows that {@link #copy} left, without leaving the server. */
    Duration rewriteInServer(String url) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            String columns = columns(statement);
            long begin = System.nanoTime();
            statement.execute("INSERT INTO yardstick SELECT * FROM resource ON CONFLICT (id) DO UPDATE SET (" + columns
                    + ") = ROW (EXCLUDED." + columns.replace(", ", ", EXCLUDED.") + ")");
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    /** The same by a client that holds the rows, as a collection does. */
    Duration rewriteByClient(String url) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            Rows rows = Rows.read(statement);
            statement.execute("CHECKPOINT");
            String columns = columns(statement);
            return rows.write(
                    connection,
                    "INSERT INTO yardstick VALUES (" + rows.marks() + ") ON CONFLICT (id) DO UPDATE SET (" + columns
                            + ") = ROW (EXCLUDED." + columns.replace(", ", ", EXCLUDED.") + ")");
        }
    }

    /** How many rows of the resources' own tables were ever written. */
    long written(String url) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            LockSupport.parkNanos(STATISTICS_ARE_LATE);
            statement.execute("SELECT pg_stat_clear_snapshot()");
            try (ResultSet row = statement.executeQuery(
                    "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables WHERE relname IN (" + TABLES
                            + ")")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static String columns(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute"
                + " WHERE attrelid = 'resource'::regclass AND attnum > 0 AND NOT attisdropped")) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, server.user(), server.password());
    }
}
