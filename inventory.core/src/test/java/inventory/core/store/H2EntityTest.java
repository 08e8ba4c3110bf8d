package inventory.core.store;

import java.util.UUID;

class H2EntityTest extends EntityContract {
    @Override
    DatabaseSettings newPlace() {
        return DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
    }
}
