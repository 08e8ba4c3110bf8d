package inventory.core.store.resource;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;

class H2ReconcilerTest extends ReconcilerContract {
    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.h2();
    }
}
