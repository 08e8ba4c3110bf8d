package inventory.core.store;

import inventory.core.store.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Brings the schema to the newest version, forward only. Flyway is not even loaded where it is there already. */
record Migrations(Dialect dialect, List<String> files) {
    private static final String FOLDER = "META-INF/migrations/";
    private static final String HISTORY = "flyway_schema_history";
    /** All of them, oldest first: a search of the class path would cost more than the migration check itself. */
    static final List<String> FILES = List.of(
            "V1__inventory.sql", "V2__promised_edges.sql", "V3__known_resources.sql", "V4__collection_schedule.sql");

    /** @return the version of the schema before */
    int apply(Connection connection, DataSource driver) throws SQLException {
        OptionalInt found = version(connection);
        int version = found.orElse(0);
        int newest = newest();
        if (found.isPresent() && version < newest && (version == 0 || isUnused(connection))) {
            dialect.discardUnfinished(connection);
        }
        if (version > newest) {
            throw new NewerSchemaException(version, newest);
        }
        if (version < newest) {
            migrate(driver);
        }
        return version;
    }

    /** @return the version that this program brings */
    int newest() {
        return files.stream().mapToInt(Migrations::version).max().orElse(0);
    }

    /** Empty before the first migration, 0 if that one began and did not end. */
    private OptionalInt version(Connection connection) throws SQLException {
        String newest = "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"" + HISTORY + "\" WHERE \"success\"";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(newest)) {
            rows.next();
            return OptionalInt.of(rows.getInt(1));
        } catch (SQLException e) {
            if (dialect.isMissingTable(e)) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    /** Nobody's: the first start was broken off between two migrations. */
    private static boolean isUnused(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM organization")) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    private void migrate(DataSource driver) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(driver)
                .table(HISTORY)
                .placeholders(dialect.placeholders())
                .resourceProvider(new Listed(files))
                .javaMigrationClassProvider(List::of)
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
    }

    private static int version(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    /** The schema was made by a newer program. */
    static final class NewerSchemaException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NewerSchemaException(int there, int known) {
            super("the schema is version " + there + ", this program knows up to " + known
                    + ": start the newer program, or restore the backup made before it");
        }
    }

    private record Listed(List<String> files) implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return files.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return files.stream()
                    .filter(file ->
                            file.startsWith(prefix) && Stream.of(suffixes).anyMatch(file::endsWith))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
                return new StringReader(
                        new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
