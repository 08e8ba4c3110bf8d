package inventory.core.store.feed;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;

class H2ChangeFeedTest extends ChangeFeedContract {
    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.h2();
    }
}
