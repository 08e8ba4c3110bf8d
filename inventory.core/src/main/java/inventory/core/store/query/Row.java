package inventory.core.store.query;

import inventory.api.query.Field;
import inventory.core.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One row of a result, in the types of the records. */
final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** Makes a record of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    /** What a cursor says of an order's value. */
    String position(String column, Field.Kind kind) throws SQLException {
        return kind == Field.Kind.INSTANT ? instant(column).toString() : text(column);
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    Optional<UUID> optionalUuid(String column) throws SQLException {
        return Optional.ofNullable(uuid(column));
    }

    Instant instant(String column) throws SQLException {
        return optionalInstant(column).orElseThrow();
    }

    Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    Optional<Integer> optionalInteger(String column) throws SQLException {
        return optionalNumber(column).map(Math::toIntExact);
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    Optional<Long> optionalNumber(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    double real(String column) throws SQLException {
        return result.getDouble(column);
    }

    Map<String, Object> object(String column) throws SQLException {
        return Json.object(result.getString(column));
    }

    List<Map<String, Object>> objects(String column) throws SQLException {
        return Json.objects(result.getString(column));
    }

    List<String> texts(String column) throws SQLException {
        return Json.texts(result.getString(column));
    }
}
