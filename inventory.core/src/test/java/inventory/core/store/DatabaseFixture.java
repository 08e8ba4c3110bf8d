package inventory.core.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** Databases for tests: migrated, seeded with what is given, ready. To be closed. */
public final class DatabaseFixture {
    private DatabaseFixture() {}

    /** A new H2 database in memory. */
    public static PooledDatabase h2(Seed... seeds) {
        return ready(DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID(), "", ""), seeds);
    }

    /** A new H2 database in this file, as people run it. */
    public static PooledDatabase h2(Path file) {
        return ready(DatabaseSettings.of("jdbc:h2:file:" + file, "", ""));
    }

    /** A new H2 database in memory, or of that server, with something between the pool and the driver. */
    public static PooledDatabase via(Optional<PostgresPeer> peer, UnaryOperator<DataSource> via) {
        DatabaseSettings settings = peer.map(
                        server -> DatabaseSettings.of(server.newDatabase(), server.user(), server.password()))
                .orElseGet(() -> DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID(), "", ""));
        PooledDatabase database = new PooledDatabase(settings, via, List.of(), HibernatePersistenceProvider::new);
        awaitReady(database);
        return database;
    }

    /** A new database of that server. */
    public static PooledDatabase postgresql(PostgresPeer peer, Seed... seeds) {
        return ready(DatabaseSettings.of(peer.newDatabase(), peer.user(), peer.password()), seeds);
    }

    static PooledDatabase ready(DatabaseSettings settings, Seed... seeds) {
        PooledDatabase database = start(settings, seeds);
        awaitReady(database);
        return database;
    }

    static PooledDatabase start(DatabaseSettings settings, Seed... seeds) {
        return new PooledDatabase(settings, driver -> driver, List.of(seeds), HibernatePersistenceProvider::new);
    }

    static void awaitReady(Database database) {
        CountDownLatch ready = new CountDownLatch(1);
        database.whenReady(ready::countDown);
        try {
            assertTrue(ready.await(30, TimeUnit.SECONDS), "the database is not ready after 30 s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
