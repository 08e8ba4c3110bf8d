package inventory.core.store.resource.history;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.PostgresPeer;
import org.junit.jupiter.api.AfterAll;

class PostgresRandomHistoryTest extends RandomHistoryContract {
    private final PostgresPeer peer = PostgresPeer.start();

    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.postgresql(peer);
    }

    @Override
    @AfterAll
    void close() {
        super.close();
        peer.close();
    }
}
