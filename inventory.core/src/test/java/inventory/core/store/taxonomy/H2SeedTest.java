package inventory.core.store.taxonomy;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.Seed;

class H2SeedTest extends SeedContract {
    @Override
    PooledDatabase newDatabase(Seed... seeds) {
        return DatabaseFixture.h2(seeds);
    }
}
