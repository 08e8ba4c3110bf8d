package inventory.core.store.dialect;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** By PostgreSQL's COPY in its binary format, where nothing has to be escaped. */
final class CopyWriter implements BulkWriter {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final int CHUNK = 64 * 1024;
    private static final int JSONB_VERSION = 1;
    private static final int NULL = -1;
    private static final int END = -1;

    private final CopyIn copy;
    private final int columns;
    private final Buffer bytes = new Buffer();
    private final DataOutputStream out = new DataOutputStream(bytes);

    CopyWriter(Connection connection, BulkTable table) throws SQLException {
        columns = table.columns().size();
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.name() + " (" + String.join(", ", table.columns())
                        + ") FROM STDIN (FORMAT binary)");
        put(SIGNATURE);
        number(0, Integer.BYTES);
        number(0, Integer.BYTES);
        number(columns, Short.BYTES);
    }

    @Override
    public BulkWriter uuid(UUID value) {
        if (value == null) {
            return nothing();
        }
        number(2 * Long.BYTES, Integer.BYTES);
        number(value.getMostSignificantBits(), Long.BYTES);
        number(value.getLeastSignificantBits(), Long.BYTES);
        return this;
    }

    @Override
    public BulkWriter text(String value) {
        if (value == null) {
            return nothing();
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length, Integer.BYTES);
        put(utf8);
        return this;
    }

    @Override
    public BulkWriter json(byte[] utf8) {
        if (utf8 == null) {
            return nothing();
        }
        number(utf8.length + 1, Integer.BYTES);
        number(JSONB_VERSION, Byte.BYTES);
        put(utf8);
        return this;
    }

    @Override
    public BulkWriter integer(Integer value) {
        return value == null ? nothing() : sized(value, Integer.BYTES);
    }

    @Override
    public BulkWriter bigint(Long value) {
        return value == null ? nothing() : sized(value, Long.BYTES);
    }

    @Override
    public BulkWriter real(double value) {
        return sized(Double.doubleToLongBits(value), Double.BYTES);
    }

    @Override
    public BulkWriter time(Instant value) {
        if (value == null) {
            return nothing();
        }
        return sized((value.getEpochSecond() - EPOCH) * 1_000_000 + value.getNano() / 1000, Long.BYTES);
    }

    private BulkWriter nothing() {
        number(NULL, Integer.BYTES);
        return this;
    }

    private BulkWriter sized(long value, int size) {
        number(size, Integer.BYTES);
        number(value, size);
        return this;
    }

    private void number(long value, int size) {
        try {
            switch (size) {
                case Long.BYTES -> out.writeLong(value);
                case Integer.BYTES -> out.writeInt((int) value);
                case Short.BYTES -> out.writeShort((int) value);
                default -> out.writeByte((int) value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
    }

    private void put(byte[] value) {
        bytes.write(value, 0, value.length);
    }

    /** Each row begins with its number of columns, and the end with another number. */
    @Override
    public void endRow() throws SQLException {
        if (bytes.size() >= CHUNK) {
            send();
        }
        number(columns, Short.BYTES);
    }

    @Override
    public void finish() throws SQLException {
        bytes.dropLast(Short.BYTES);
        number(END, Short.BYTES);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes.array(), 0, bytes.size());
        bytes.reset();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Sent from where it is gathered. */
    private static final class Buffer extends ByteArrayOutputStream {
        Buffer() {
            super(2 * CHUNK);
        }

        byte[] array() {
            return buf;
        }

        void dropLast(int size) {
            count -= size;
        }
    }
}
