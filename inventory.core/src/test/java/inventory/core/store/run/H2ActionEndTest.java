package inventory.core.store.run;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;

class H2ActionEndTest extends ActionEndContract {
    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.h2();
    }
}
