package inventory.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.UnavailableException;
import inventory.api.store.BundleStore;
import inventory.api.store.StoreException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** What a bundle gets that keeps tables of its own, on each database. */
abstract class BundleStoreContract {
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS shelf_book (title ${text} NOT NULL, copies INTEGER UNIQUE);";

    @TempDir
    Path bundle;

    private PooledDatabase database;

    abstract PooledDatabase newDatabase();

    @BeforeEach
    void open() {
        database = newDatabase();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void bringsTheTablesBeforeTheFirstWork() throws IOException {
        file("V1__shelf.sql", TABLE);
        BundleStore store = store();
        assertEquals(
                1, store.<Integer>write(c -> update(c.createStatement(), "INSERT INTO shelf_book VALUES ('Emma', 2)")));
        assertEquals("Emma", text(store, "SELECT title FROM shelf_book"));
    }

    @Test
    void keepsTheTablesWhenTheBundleGoesAndAltersThemWhenItComesBackNewer() throws IOException {
        file("V1__shelf.sql", TABLE);
        store().<Integer>write(c -> update(c.createStatement(), "INSERT INTO shelf_book VALUES ('Emma', 2)"));
        file("V2__author.sql", "ALTER TABLE shelf_book ADD COLUMN author VARCHAR(20) DEFAULT 'Austen' NOT NULL;");
        file("V10__shop.sql", "CREATE TABLE IF NOT EXISTS shelf_shop (id INTEGER PRIMARY KEY);");
        assertEquals("Emma by Austen", text(store(), "SELECT title || ' by ' || author FROM shelf_book"));
        assertEquals("10", text(store(), "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"my_shelf_schema_history\""));
    }

    @Test
    void refusesTablesThatANewerBundleMade() throws IOException {
        file("V1__shelf.sql", TABLE);
        file("V2__more.sql", "CREATE TABLE IF NOT EXISTS shelf_more (id INTEGER PRIMARY KEY);");
        text(store(), "SELECT COUNT(*) FROM shelf_book");
        Files.delete(bundle.resolve("META-INF/migrations/V2__more.sql"));
        UnavailableException refused = assertThrows(UnavailableException.class, () -> text(store(), "SELECT 1"));
        assertEquals(
                "the tables of my.shelf cannot be used: the schema is version 2, this program knows up to 1:"
                        + " start the newer program, or restore the backup made before it",
                refused.getMessage());
    }

    @Test
    void beginsAFailedMigrationAgain() throws IOException {
        file("V1__shelf.sql", TABLE + "INSERT INTO nowhere VALUES (1);");
        BundleStore store = store();
        for (int attempt = 0; attempt < 2; attempt++) {
            UnavailableException refused =
                    assertThrows(UnavailableException.class, () -> text(store, "SELECT COUNT(*) FROM shelf_book"));
            assertTrue(
                    refused.getMessage().startsWith("the tables of my.shelf cannot be used: "), refused.getMessage());
        }
        file("V1__shelf.sql", TABLE);
        assertEquals("0", text(store, "SELECT COUNT(*) FROM shelf_book"));
    }

    @Test
    void aBundleMayReferToProvidersAndHaveNoTablesAtAll() {
        assertEquals("0", text(store(), "SELECT COUNT(*) FROM provider"));
    }

    @Test
    void tellsWhatTheDatabaseRefused() throws IOException {
        file("V1__shelf.sql", TABLE);
        BundleStore store = store();
        String insert = "INSERT INTO shelf_book VALUES ('Emma', 2)";
        store.<Integer>write(c -> update(c.createStatement(), insert));
        StoreException refused = assertThrows(
                StoreException.class, () -> store.<Integer>write(c -> update(c.createStatement(), insert)));
        assertTrue(refused.isUniqueViolation());
    }

    @Test
    void takesBackWhatAnExceptionBrokeOff() throws IOException {
        file("V1__shelf.sql", TABLE);
        BundleStore store = store();
        assertThrows(
                IllegalStateException.class,
                () -> store.write(c -> {
                    update(c.createStatement(), "INSERT INTO shelf_book VALUES ('Emma', 2)");
                    throw new IllegalStateException("second thoughts");
                }));
        assertEquals("0", text(store, "SELECT COUNT(*) FROM shelf_book"));
    }

    @Test
    void isAwayWithTheDatabase() throws IOException {
        file("V1__shelf.sql", TABLE);
        BundleStore store = store();
        database.close();
        assertThrows(UnavailableException.class, () -> text(store, "SELECT COUNT(*) FROM shelf_book"));
    }

    private void file(String name, String sql) throws IOException {
        Path folder = Files.createDirectories(bundle.resolve("META-INF/migrations"));
        Files.writeString(folder.resolve(name), sql);
    }

    private static int update(Statement statement, String sql) throws SQLException {
        try (statement) {
            return statement.executeUpdate(sql);
        }
    }

    private static String text(BundleStore store, String sql) {
        return store.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    /** As a bundle that was just started gets it. */
    private BundleStore store() {
        return new MigratedStore(database, (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> "my.shelf";
                    case "findEntries" -> entries();
                    case "getEntry" -> url(bundle.resolve((String) arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private Object entries() throws IOException {
        Path folder = bundle.resolve("META-INF/migrations");
        if (!Files.exists(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return Collections.enumeration(files.map(BundleStoreContract::url).toList());
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
