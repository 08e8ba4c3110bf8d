package inventory.core.store;

class H2EntityTest extends EntityContract {
    @Override
    PooledDatabase newDatabase(Seed... seeds) {
        return DatabaseFixture.h2(seeds);
    }
}
