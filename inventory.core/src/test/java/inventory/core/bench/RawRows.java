package inventory.core.bench;

import inventory.core.store.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** The rows that a reconciliation wrote, kept in memory, to be written again by nothing but the database's fastest way. */
interface RawRows {
    List<String> TABLES = List.of("resource", "resource_relationship");

    /** Puts the rows into the empty tables, in one transaction. */
    void insert(Database database);

    /** Writes every resource again, in one transaction. */
    void update(Database database);

    /** Takes the rows that are there. */
    static RawRows of(Database database) {
        return database.dialect().name().equals("PostgreSQL") ? Copied.of(database) : Batched.of(database);
    }

    /** By COPY. */
    record Copied(List<byte[]> tables, List<String> columns) implements RawRows {
        static Copied of(Database database) {
            return database.read(connection -> {
                List<byte[]> all = new ArrayList<>();
                for (String table : TABLES) {
                    ByteArrayOutputStream rows = new ByteArrayOutputStream();
                    try {
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyOut("COPY " + table + " TO STDOUT (FORMAT binary)", rows);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    all.add(rows.toByteArray());
                }
                return new Copied(all, columnsOf(connection, "resource"));
            });
        }

        @Override
        public void insert(Database database) {
            database.write(connection -> {
                for (int i = 0; i < TABLES.size(); i++) {
                    copy(connection, TABLES.get(i), tables.get(i));
                }
                return null;
            });
        }

        @Override
        public void update(Database database) {
            String values = columns.stream()
                    .filter(column -> !column.equals("id"))
                    .map(column -> column + " = n." + column)
                    .collect(Collectors.joining(", "));
            database.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE TEMP TABLE written (LIKE resource) ON COMMIT DROP");
                    copy(connection, "written", tables.get(0));
                    statement.execute("UPDATE resource r SET " + values + " FROM written n WHERE n.id = r.id");
                }
                return null;
            });
        }

        private static void copy(Connection connection, String table, byte[] rows) throws SQLException {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY " + table + " FROM STDIN (FORMAT binary)",
                                new ByteArrayInputStream(rows),
                                65_536);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** By batches of 1,000 rows. */
    record Batched(List<List<Object[]>> tables, List<List<String>> columns) implements RawRows {
        private static final int ROWS = 1000;

        static Batched of(Database database) {
            return database.read(connection -> {
                List<List<Object[]>> tables = new ArrayList<>();
                List<List<String>> columns = new ArrayList<>();
                for (String table : TABLES) {
                    columns.add(columnsOf(connection, table));
                    tables.add(rowsOf(connection, table));
                }
                return new Batched(tables, columns);
            });
        }

        private static List<Object[]> rowsOf(Connection connection, String table) throws SQLException {
            List<Object[]> all = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                int width = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    Object[] row = new Object[width];
                    for (int i = 0; i < width; i++) {
                        boolean lob = rows.getMetaData().getColumnType(i + 1) == java.sql.Types.CLOB;
                        row[i] = lob ? rows.getString(i + 1) : rows.getObject(i + 1);
                    }
                    all.add(row);
                }
            }
            return all;
        }

        @Override
        public void insert(Database database) {
            database.write(connection -> {
                for (int i = 0; i < TABLES.size(); i++) {
                    List<String> names = columns.get(i);
                    String marks = names.stream()
                            .map(column -> isJson(column) ? "? FORMAT JSON" : "?")
                            .collect(Collectors.joining(", "));
                    List<Integer> order =
                            IntStream.range(0, names.size()).boxed().toList();
                    batch(connection, "INSERT INTO " + TABLES.get(i) + " VALUES (" + marks + ")", tables.get(i), order);
                }
                return null;
            });
        }

        @Override
        public void update(Database database) {
            List<String> names = columns.get(0);
            int key = names.indexOf("id");
            List<Integer> order = new ArrayList<>(IntStream.range(0, names.size())
                    .filter(i -> i != key)
                    .boxed()
                    .toList());
            String values = order.stream()
                    .map(i -> names.get(i) + " = " + (isJson(names.get(i)) ? "? FORMAT JSON" : "?"))
                    .collect(Collectors.joining(", "));
            order.addAll(Collections.singletonList(key));
            database.write(connection -> {
                batch(connection, "UPDATE resource SET " + values + " WHERE id = ?", tables.get(0), order);
                return null;
            });
        }

        private static boolean isJson(String column) {
            return List.of(
                            "vendor_identifiers",
                            "ip_addresses",
                            "mac_addresses",
                            "properties",
                            "provider_tags",
                            "relationships")
                    .contains(column);
        }

        private static void batch(Connection connection, String sql, List<Object[]> rows, List<Integer> order)
                throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int waiting = 0;
                for (Object[] row : rows) {
                    for (int i = 0; i < order.size(); i++) {
                        statement.setObject(i + 1, row[order.get(i)]);
                    }
                    statement.addBatch();
                    if (++waiting % ROWS == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
        }
    }

    private static List<String> columnsOf(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT));
            }
            return names;
        }
    }
}
