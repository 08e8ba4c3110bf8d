package inventory.core.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresEntityTest extends EntityContract {
    private static PostgresPeer peer;

    @BeforeAll
    static void startServer() {
        peer = PostgresPeer.start();
    }

    @AfterAll
    static void stopServer() {
        peer.close();
    }

    @Override
    DatabaseSettings newPlace() {
        return DatabaseSettings.of(peer.newDatabase(), peer.user(), peer.password());
    }
}
