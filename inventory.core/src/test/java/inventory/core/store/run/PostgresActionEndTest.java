package inventory.core.store.run;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.PostgresPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresActionEndTest extends ActionEndContract {
    private static PostgresPeer peer;

    @BeforeAll
    static void startServer() {
        peer = PostgresPeer.start();
    }

    @AfterAll
    static void stopServer() {
        peer.close();
    }

    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.postgresql(peer);
    }
}
