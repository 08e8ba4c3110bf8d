package inventory.core.store.resource.history;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;

class H2RandomHistoryTest extends RandomHistoryContract {
    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.h2();
    }
}
