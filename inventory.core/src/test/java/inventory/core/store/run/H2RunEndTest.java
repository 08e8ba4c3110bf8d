package inventory.core.store.run;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;

class H2RunEndTest extends RunEndContract {
    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.h2();
    }
}
