package inventory.core.store;

class H2BundleStoreTest extends BundleStoreContract {
    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.h2();
    }
}
