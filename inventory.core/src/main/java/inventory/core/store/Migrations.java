package inventory.core.store;

import inventory.core.store.dialect.Dialect;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings a part of the schema to its newest version, forward only. Flyway is not even loaded where it is there already.
 *
 * @param history table of what was applied
 * @param guest whether the tables of others are there before, and what failed is begun again
 * @param files names, oldest first
 * @param text from a file's name to its content
 */
public record Migrations(
        Dialect dialect, String history, boolean guest, List<String> files, UnaryOperator<String> text) {

    /** @return the version before; the files of those after it were applied */
    int apply(Connection connection, DataSource driver) throws SQLException {
        int version = version(connection).orElse(0);
        applyAfter(version, driver);
        return version;
    }

    void applyAfter(int version, DataSource driver) {
        if (version > newest()) {
            throw new NewerSchemaException(version, newest());
        }
        if (version < newest()) {
            migrate(driver);
        }
    }

    /** @return the version that this program brings */
    int newest() {
        return files.stream().mapToInt(Migrations::version).max().orElse(0);
    }

    /** Empty before the first migration, 0 if that one began and did not end. */
    OptionalInt version(Connection connection) throws SQLException {
        String newest = "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"" + history + "\" WHERE \"success\"";
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

    private void migrate(DataSource driver) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(driver)
                .table(history)
                .placeholders(dialect.placeholders())
                .resourceProvider(new Listed(this))
                .javaMigrationClassProvider(List::of)
                .skipDefaultCallbacks(true)
                .baselineOnMigrate(guest)
                .baselineVersion("0")
                .load();
        if (guest) {
            flyway.repair();
        }
        flyway.migrate();
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

    private record Listed(Migrations migrations) implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return migrations.files.contains(name) ? script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return migrations.files.stream()
                    .filter(file ->
                            file.startsWith(prefix) && Stream.of(suffixes).anyMatch(file::endsWith))
                    .map(this::script)
                    .toList();
        }

        private LoadableResource script(String name) {
            return new Script(name, migrations.text.apply(name));
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;
        private final String text;

        Script(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
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
