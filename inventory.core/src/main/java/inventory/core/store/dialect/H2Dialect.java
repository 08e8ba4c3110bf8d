package inventory.core.store.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** H2, embedded, in a file. */
public record H2Dialect() implements Dialect {
    /** Open until released, whatever the number of connections; every commit is in the file before it returns. */
    private static final Map<String, String> OPTIONS = Map.of(
            "DB_CLOSE_ON_EXIT", "FALSE",
            "DB_CLOSE_DELAY", "-1",
            "LOCK_TIMEOUT", "10000",
            "TRACE_LEVEL_FILE", "0",
            "WRITE_DELAY", "0");

    private static final Set<Integer> UNREACHABLE = Set.of(
            ErrorCode.DATABASE_ALREADY_OPEN_1,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
            ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.ERROR_OPENING_DATABASE_1,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.FILE_VERSION_ERROR_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.WRONG_USER_OR_PASSWORD);

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "json",
                "JSON",
                "text",
                "CHARACTER LARGE OBJECT",
                "binary",
                "",
                "bytes",
                "BINARY LARGE OBJECT",
                "unresolved",
                "",
                "known",
                "INCLUDE (id, fingerprint_high, fingerprint_low, metrics_fingerprint, lane_id, first_reading, deleted_at)");
    }

    @Override
    public String hibernateDialect() {
        return "org.hibernate.dialect.H2Dialect";
    }

    @Override
    public String jsonParameter() {
        return "? FORMAT JSON";
    }

    @Override
    public DataSource dataSource(Login login) {
        // an interrupt would close a plain file's channel, and with it the database of all others
        StringBuilder url = new StringBuilder(login.url().replaceFirst("^jdbc:h2:(file:|(?=[/.~]))", "jdbc:h2:async:"));
        OPTIONS.forEach((key, value) -> {
            if (!login.url().toUpperCase(Locale.ROOT).contains(";" + key + "=")) {
                url.append(';').append(key).append('=').append(value);
            }
        });
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url.toString());
        source.setUser(login.user().isEmpty() ? "sa" : login.user());
        source.setPassword(login.password());
        return source;
    }

    @Override
    public ClassLoader driverLoader() {
        return JdbcDataSource.class.getClassLoader();
    }

    @Override
    public boolean isUnreachable(SQLException failure) {
        return failure instanceof SQLTransientConnectionException || UNREACHABLE.contains(failure.getErrorCode());
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return failure.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                || failure.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1;
    }

    @Override
    public void discardUnfinished(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
        }
    }

    @Override
    public void countAtCommit(Connection connection) {
        // it counts nothing
    }

    @Override
    public void release(DataSource driver) throws SQLException {
        try (Connection connection = driver.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    /** H2 takes the name of a member as an identifier only. */
    @Override
    public Sql member(String json, String key) {
        String value = "NULLIF((" + json + ").\"" + key.replace("\"", "\"\"") + "\", JSON 'null')";
        return Sql.of(plain("CAST(" + value + " AS VARCHAR)"));
    }

    @Override
    public Sql anyElement(String json, Function<String, Sql> condition) {
        String element = plain("CAST(" + json + "[i.x] AS VARCHAR)");
        return condition
                .apply(element)
                .in("EXISTS (SELECT 1 FROM SYSTEM_RANGE(1, 100000) i WHERE i.x <= CARDINALITY(" + json + ") AND ", ")");
    }

    @Override
    public String number(String text) {
        return "CAST(REGEXP_SUBSTR(" + text + ", '^-?[0-9]{1,30}([.][0-9]{1,30})?$') AS NUMERIC(60, 30))";
    }

    @Override
    public String lower(String text, boolean ascii) {
        return "LOWER(" + text + ")";
    }

    /** H2 shows a JSON string in its quotes and with its escapes. Each mention of the JSON would read it once more. */
    private static String plain(String json) {
        String inner = "REGEXP_REPLACE(" + json + ", '^\"(.*)\"$', '$1')";
        String kept = "REPLACE(" + inner + ", '\\\\', CHAR(1))";
        return "REPLACE(REPLACE(" + kept + ", '\\\"', '\"'), CHAR(1), '\\')";
    }

    @Override
    public BulkWriter insert(Connection connection, BulkTable table) throws SQLException {
        return BatchWriter.insert(connection, table, jsonParameter());
    }

    @Override
    public BulkWriter update(Connection connection, BulkTable table) throws SQLException {
        return BatchWriter.update(connection, table, jsonParameter());
    }
}
