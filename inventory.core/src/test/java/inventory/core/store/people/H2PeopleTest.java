package inventory.core.store.people;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.Seed;

class H2PeopleTest extends PeopleContract {
    @Override
    PooledDatabase newDatabase(Seed... seeds) {
        return DatabaseFixture.h2(seeds);
    }
}
