package inventory.core.store.dialect;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** By batches of one statement, which every database understands. */
final class BatchWriter implements BulkWriter {
    private static final int ROWS = 1000;

    private final PreparedStatement statement;
    private int column;
    private int rows;

    private BatchWriter(PreparedStatement statement) {
        this.statement = statement;
    }

    static BatchWriter insert(Connection connection, BulkTable table, String jsonParameter) throws SQLException {
        String values = table.columns().stream()
                .map(column -> parameter(table, column, jsonParameter))
                .collect(Collectors.joining(", "));
        return new BatchWriter(connection.prepareStatement("INSERT INTO " + table.name() + " ("
                + String.join(", ", table.columns()) + ") VALUES (" + values + ")"));
    }

    static BatchWriter update(Connection connection, BulkTable table, String jsonParameter) throws SQLException {
        List<String> columns = table.columns();
        int key = columns.size() - 1;
        String values = columns.subList(0, key).stream()
                .map(column -> column + " = " + parameter(table, column, jsonParameter))
                .collect(Collectors.joining(", "));
        return new BatchWriter(connection.prepareStatement(
                "UPDATE " + table.name() + " SET " + values + " WHERE " + columns.get(key) + " = ?"));
    }

    private static String parameter(BulkTable table, String column, String jsonParameter) {
        return table.json().contains(column) ? jsonParameter : "?";
    }

    @Override
    public BulkWriter uuid(UUID value) throws SQLException {
        return object(value, Types.OTHER);
    }

    @Override
    public BulkWriter text(String value) throws SQLException {
        statement.setString(++column, value);
        return this;
    }

    @Override
    public BulkWriter json(byte[] utf8) throws SQLException {
        return text(utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8));
    }

    @Override
    public BulkWriter integer(Integer value) throws SQLException {
        return object(value, Types.INTEGER);
    }

    @Override
    public BulkWriter bigint(Long value) throws SQLException {
        return object(value, Types.BIGINT);
    }

    @Override
    public BulkWriter real(double value) throws SQLException {
        statement.setDouble(++column, value);
        return this;
    }

    @Override
    public BulkWriter time(Instant value) throws SQLException {
        return object(
                value == null ? null : value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private BulkWriter object(Object value, int type) throws SQLException {
        column++;
        if (value == null) {
            statement.setNull(column, type);
        } else {
            statement.setObject(column, value);
        }
        return this;
    }

    @Override
    public void endRow() throws SQLException {
        statement.addBatch();
        column = 0;
        if (++rows % ROWS == 0) {
            statement.executeBatch();
        }
    }

    @Override
    public void finish() throws SQLException {
        if (rows % ROWS != 0) {
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
