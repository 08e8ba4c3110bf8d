package inventory.core.store.taxonomy;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.PostgresPeer;
import inventory.core.store.Seed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresSeedTest extends SeedContract {
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
    PooledDatabase newDatabase(Seed... seeds) {
        return DatabaseFixture.postgresql(peer, seeds);
    }
}
