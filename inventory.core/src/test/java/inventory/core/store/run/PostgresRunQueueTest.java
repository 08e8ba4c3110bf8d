package inventory.core.store.run;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.UnavailableException;
import inventory.core.Await;
import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.PostgresPeer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresRunQueueTest extends RunQueueContract {
    private static PostgresPeer peer;

    @BeforeAll
    static void startServer() {
        peer = PostgresPeer.start();
    }

    @AfterAll
    static void stopServer() {
        peer.close();
    }

    @Test
    void theServerMayGoAwayAndComeBack() throws InterruptedException {
        Recording worker = new Recording();
        try (ScheduledRunQueue queue = queue(worker, 200)) {
            assertNotNull(queue);
            awaitStarted();
            peer.stopServer();
            assertThrows(UnavailableException.class, () -> {
                world.create();
                world.create();
            });
            peer.startServer();
            Await.until("runs are accepted again", Duration.ofSeconds(20), () -> isAccepted());
            assertNotNull(worker.runs.poll(20, TimeUnit.SECONDS));
        }
    }

    private boolean isAccepted() {
        try {
            return world.create().status().equals("pending");
        } catch (UnavailableException e) {
            return false;
        }
    }

    @Override
    PooledDatabase newDatabase() {
        return DatabaseFixture.postgresql(peer);
    }
}
