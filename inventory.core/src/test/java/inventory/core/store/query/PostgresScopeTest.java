package inventory.core.store.query;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.PostgresPeer;
import inventory.core.store.Seed;

class PostgresScopeTest extends ScopeContract {
    private final PostgresPeer peer = PostgresPeer.start();

    @Override
    PooledDatabase newDatabase(Seed... seeds) {
        return DatabaseFixture.postgresql(peer, seeds);
    }

    @Override
    void stop() {
        peer.close();
    }
}
