package inventory.core.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresBundleStoreTest extends BundleStoreContract {
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
