package inventory.core.store.resource;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;

class H2ParallelScopesTest extends ParallelScopesContract {
    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.h2();
    }
}
