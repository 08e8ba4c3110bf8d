package inventory.core.store.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL. */
public record PostgresqlDialect() implements Dialect {
    private static final String UNDEFINED_TABLE = "42P01";
    /** The first version that counts when it is told to. */
    private static final int COUNTS_ON_DEMAND = 15;
    /** Too many connections, disk or memory exhausted, shutting down, starting up, wrong password, no such database. */
    private static final Set<String> UNREACHABLE =
            Set.of("53000", "53100", "53200", "53300", "57P01", "57P02", "57P03", "57P04", "28P01", "28000", "3D000");

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "json",
                "JSONB",
                "text",
                "TEXT",
                "binary",
                "COLLATE \"C\"",
                "bytes",
                "BYTEA",
                "unresolved",
                "WHERE target_id IS NULL",
                "known",
                "");
    }

    @Override
    public String hibernateDialect() {
        return "org.hibernate.dialect.PostgreSQL10Dialect";
    }

    @Override
    public String jsonParameter() {
        return "?::jsonb";
    }

    /** What the address itself sets is left alone. */
    @Override
    public DataSource dataSource(Login login) {
        int wait = (int) Math.max(1, login.connectWithin().toSeconds());
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(wait);
        source.setLoginTimeout(wait);
        source.setSocketTimeout((int) login.answerWithin().toSeconds());
        source.setTcpKeepAlive(true);
        source.setApplicationName("inventory");
        source.setUrl(login.url());
        if (!login.user().isEmpty()) {
            source.setUser(login.user());
        }
        if (!login.password().isEmpty()) {
            source.setPassword(login.password());
        }
        return source;
    }

    @Override
    public ClassLoader driverLoader() {
        return PGSimpleDataSource.class.getClassLoader();
    }

    @Override
    public boolean isUnreachable(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || UNREACHABLE.contains(state);
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return UNDEFINED_TABLE.equals(failure.getSQLState());
    }

    @Override
    public void discardUnfinished(Connection connection) {
        // each migration is one transaction: there is nothing unfinished
    }

    @Override
    public void countAtCommit(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() >= COUNTS_ON_DEMAND) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_stat_force_next_flush()");
            }
        }
    }

    @Override
    public void release(DataSource driver) {
        // nothing of the server is ours
    }

    @Override
    public boolean isExclusive() {
        return false;
    }

    @Override
    public Sql member(String json, String key) {
        return Sql.of("(" + json + " ->> ?)", key);
    }

    @Override
    public Sql anyElement(String json, Function<String, Sql> condition) {
        return condition
                .apply("e.v")
                .in("EXISTS (SELECT 1 FROM jsonb_array_elements_text(" + json + ") AS e (v) WHERE ", ")");
    }

    @Override
    public String number(String text) {
        return "CAST(SUBSTRING(" + text + " FROM '^-?[0-9]{1,30}(?:[.][0-9]{1,30})?$') AS NUMERIC(60, 30))";
    }

    /** The byte-wise collation knows only ASCII's letters, but is many times faster. */
    @Override
    public String lower(String text, boolean ascii) {
        return "lower(" + text + " COLLATE " + (ascii ? "\"C\"" : "\"und-x-icu\"") + ")";
    }

    @Override
    public BulkWriter insert(Connection connection, BulkTable table) throws SQLException {
        return new CopyWriter(connection, table);
    }

    @Override
    public BulkWriter update(Connection connection, BulkTable table) throws SQLException {
        return BatchWriter.update(connection, table, jsonParameter());
    }
}
