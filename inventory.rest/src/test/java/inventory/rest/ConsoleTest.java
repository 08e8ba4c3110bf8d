package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.identity.Caller;
import inventory.api.query.Listings;
import inventory.api.query.Measure;
import inventory.api.resource.Provider;
import inventory.rest.console.ConsoleSecurity;
import inventory.rest.console.InventoryPage;
import inventory.rest.measure.MeasureSources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets into the Felix web console, and what its page Inventory shows. */
class ConsoleTest {
    private final FakeCore core = new FakeCore();
    private final CoreLink link = new CoreLink();
    private final MeasureSources measures = new MeasureSources();
    private final ConsoleSecurity security = new ConsoleSecurity(link);
    private final InventoryPage page = new InventoryPage(link, measures);

    @BeforeEach
    void bind() {
        link.bindCore(core.core());
    }

    @Test
    void asksForCredentials() {
        for (ConsoleExchange exchange :
                List.of(new ConsoleExchange("GET"), new ConsoleExchange("GET").as("admin", "admin"))) {
            assertNull(security.authenticate(exchange.request(), exchange.response()));
            assertEquals(401, exchange.status());
            assertTrue(exchange.answered.get("WWW-Authenticate").startsWith("Basic realm="));
        }
    }

    @Test
    void letsSuperusersIn() {
        ConsoleExchange exchange = new ConsoleExchange("GET").as(RestServer.USER, RestServer.PASSWORD);
        Object user = security.authenticate(exchange.request(), exchange.response());
        assertEquals(FakeCore.ADMIN, user);
        assertTrue(security.authorize(user, "anything"));
        assertFalse(security.authorize(new Caller(2, "mia", false, true, Set.of(), Set.of()), "anything"));
    }

    @Test
    void refusesOthers() {
        core.user = new Caller(2, RestServer.USER, false, true, Set.of(), Set.of(1L));
        ConsoleExchange exchange = new ConsoleExchange("GET").as(RestServer.USER, RestServer.PASSWORD);
        assertNull(security.authenticate(exchange.request(), exchange.response()));
        assertEquals(403, exchange.status());
    }

    @Test
    void saysThatItCannotTellWhileTheStoreIsAway() {
        core.storeIsDown();
        ConsoleExchange exchange = new ConsoleExchange("GET").as(RestServer.USER, RestServer.PASSWORD);
        assertNull(security.authenticate(exchange.request(), exchange.response()));
        assertEquals(503, exchange.status());
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://127.0.0.1:44926, 200",
        "Origin, https://127.0.0.1:44926, 200",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Accept, */*, 200"
    })
    void refusesWhatOtherSitesPost(String header, String value, int status) {
        ConsoleExchange exchange = new ConsoleExchange("POST")
                .as(RestServer.USER, RestServer.PASSWORD)
                .with(header, value);
        assertEquals(status == 200, security.authenticate(exchange.request(), exchange.response()) != null);
        assertEquals(status, exchange.status());
    }

    @Test
    void makesBrowsersForgetAtLogout() {
        ConsoleExchange exchange = new ConsoleExchange("GET");
        security.logout(exchange.request(), exchange.response());
        assertEquals(401, exchange.status());
    }

    @Test
    void showsPluginsProvidersRunsAndFigures() throws IOException {
        core.inventory.add(Listings.PROVIDERS, Samples.ID, Samples.PROVIDER);
        core.inventory.add(Listings.COLLECTION_RUNS, Samples.ID, Samples.RUN);
        core.inventory.add(Listings.TASKS, Samples.ID, Samples.TASK);
        measures.bindSource(() -> List.of(
                new Measure("inventory_database_ready", "Ready", Measure.Type.GAUGE, Map.of(), 1),
                new Measure("jvm_other", "Other", Measure.Type.GAUGE, Map.of(), 2)));
        String html = render(FakeCore.ADMIN);
        for (String shown : List.of(
                "Inventory is healthy.",
                "<td>aws:aws</td>",
                "Running actions (1)",
                "Waiting for the guest",
                " href=\"/system/console/bundles/provider.aws\">provider.aws</a>",
                " href=\"/api/inventory/v1/providers/" + Samples.ID + "/\">lab</a>",
                "0 of 4 scopes",
                "<td>Ready</td>",
                " href=\"/api/inventory/v1/docs/\">",
                "location.reload()")) {
            assertTrue(html.contains(shown), shown + " is missing in " + html);
        }
        assertFalse(html.contains("Other"), html);
        assertEquals(
                List.of("running,pending"),
                core.inventory.queries.get(0).filters().get("status__in"));
    }

    @Test
    void escapesWhatComesFromOutside() throws IOException {
        String evil = "<script>alert('\"&')</script>";
        Provider provider = new Provider(
                Samples.ID,
                evil,
                "public_cloud",
                "aws",
                "aws",
                "",
                "",
                true,
                Map.of(),
                1,
                Samples.TIME,
                Samples.TIME,
                Optional.empty(),
                Optional.of(evil));
        core.inventory.add(Listings.PROVIDERS, Samples.ID, provider);
        String html = render(FakeCore.ADMIN);
        assertFalse(html.contains("<script>"), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
    }

    @Test
    void showsWhatItCanWhileTheStoreIsAway() throws IOException {
        core.storeIsDown();
        String html = render(FakeCore.ADMIN);
        assertTrue(html.contains("The database cannot be reached."), html);
        assertTrue(html.contains("<td>aws:aws</td>"), html);
    }

    @Test
    void showsNothingToNobody() throws IOException {
        assertEquals("", render("somebody"));
        link.unbindCore(link.get());
        assertTrue(render(FakeCore.ADMIN).contains("The inventory is starting."));
    }

    private String render(Object user) throws IOException {
        ConsoleExchange exchange = new ConsoleExchange("GET").letIn(user);
        page.renderContent(exchange.request(), exchange.response());
        return exchange.body();
    }
}
