package inventory.core.store.dialect;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Adds or changes many rows of one table as fast as the database can. The values of a row are given in the order of the columns; null is NULL.
 * Closed without {@link #finish}, it may have written some of them. Not thread-safe, and its connection does nothing else meanwhile.
 */
public interface BulkWriter extends AutoCloseable {
    BulkWriter uuid(UUID value) throws SQLException;

    BulkWriter text(String value) throws SQLException;

    /** @param utf8 a JSON text */
    BulkWriter json(byte[] utf8) throws SQLException;

    /** For a column of 32 bits. */
    BulkWriter integer(Integer value) throws SQLException;

    /** For a column of 64 bits. */
    BulkWriter bigint(Long value) throws SQLException;

    BulkWriter real(double value) throws SQLException;

    /** Kept to the microsecond; the rest is cut. */
    BulkWriter time(Instant value) throws SQLException;

    void endRow() throws SQLException;

    /** All rows are given: writes what is left. */
    void finish() throws SQLException;

    @Override
    void close() throws SQLException;
}
