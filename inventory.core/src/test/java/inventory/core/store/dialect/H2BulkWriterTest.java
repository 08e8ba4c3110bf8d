package inventory.core.store.dialect;

import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;

class H2BulkWriterTest extends BulkWriterContract {
    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.h2();
    }
}
