package provider.leaseweb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderContract;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every provider must hold to. */
class LeasewebContractTest extends ProviderContract {
    private static final int SERVERS = 12;
    private static final int PAGES = 3;
    private static final int CALLS_PER_SERVER = 4;

    private FakeLeaseweb leaseweb;

    @BeforeEach
    void start() throws Exception {
        leaseweb = FakeLeaseweb.with(SERVERS);
    }

    @AfterEach
    void stop() {
        leaseweb.close();
    }

    @Override
    protected Subject subject() {
        return leaseweb.subject().mostCalls(1 + PAGES + SERVERS * CALLS_PER_SERVER);
    }

    @Test
    void callsAreAsManyAsSaid() throws Exception {
        FakeProviderContext context = leaseweb.context();
        RecordingSink sink = RecordingSink.ofEverything(FakeLeaseweb.provider(), context);
        assertEquals(1 + PAGES + SERVERS * CALLS_PER_SERVER, context.calls());
        assertEquals(SERVERS + 2, sink.resources().size());
    }
}
