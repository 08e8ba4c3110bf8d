package inventory.core.store;

import inventory.core.store.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** The product's own tables. */
record CoreSchema(Dialect dialect, Migrations migrations) {
    private static final String FOLDER = "META-INF/migrations/";
    /** All of them, oldest first: a search of the class path would cost more than the migration check itself. */
    static final List<String> FILES = List.of(
            "V1__inventory.sql",
            "V2__promised_edges.sql",
            "V3__known_resources.sql",
            "V4__collection_schedule.sql",
            "V5__actions.sql");

    static CoreSchema of(Dialect dialect) {
        return new CoreSchema(
                dialect, new Migrations(dialect, "flyway_schema_history", false, FILES, CoreSchema::text));
    }

    /** @return the version of the schema before */
    int apply(Connection connection, DataSource driver) throws SQLException {
        OptionalInt found = migrations.version(connection);
        int version = found.orElse(0);
        if (found.isPresent() && version < migrations.newest() && (version == 0 || isUnused(connection))) {
            dialect.discardUnfinished(connection);
        }
        migrations.applyAfter(version, driver);
        return version;
    }

    /** Nobody's: the first start was broken off between two migrations. */
    private static boolean isUnused(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM organization")) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    private static String text(String file) {
        try (InputStream in = CoreSchema.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
