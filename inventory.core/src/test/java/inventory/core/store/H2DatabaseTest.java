package inventory.core.store;

class H2DatabaseTest extends DatabaseContract {
    @Override
    PooledDatabase newDatabase(Seed... seeds) {
        return DatabaseFixture.h2(seeds);
    }
}
