package inventory.core.store.query;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.Seed;

class H2ScopeTest extends ScopeContract {
    @Override
    PooledDatabase newDatabase(Seed... seeds) {
        return DatabaseFixture.h2(seeds);
    }
}
