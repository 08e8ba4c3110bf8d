package inventory.core.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresEntityTest extends EntityContract {
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
