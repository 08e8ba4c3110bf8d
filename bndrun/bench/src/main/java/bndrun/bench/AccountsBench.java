package bndrun.bench;

import bndrun.bench.account.AccountProvider;
import bndrun.peers.Product;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many accounts, each limited for itself and now and then throttled: how near the core comes to what waiting alone would take. */
public final class AccountsBench {
    private static final int SCOPES_PER_NODE = 12;
    private static final int WARM_UP = 20;
    private final Product product;
    private final AccountServer server;

    private AccountsBench(Product product, AccountServer server) {
        this.product = product;
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        int accounts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        Path folder = Files.createTempDirectory("inventory-bench-");
        System.out.printf("%d accounts, folder %s%n", accounts, folder);
        try (AccountServer server = new AccountServer();
                Product product = new Product(folder.resolve("home"))) {
            product.startByScript(Map.of());
            product.upload("", 201, AccountPlugin.jar());
            new AccountsBench(product, server).measure(accounts);
        }
    }

    private void measure(int accounts) throws IOException {
        collect(providers("warm", WARM_UP));
        List<String> providers = providers("account", accounts);
        int answered = server.answered();
        int connected = server.connected();
        int throttled = server.throttled();
        long resident = product.jvm().residentKilobytes();
        long live = product.jvm().liveKilobytes();
        Figures figures = collect(providers);
        int calls = server.answered() - answered;
        int ofScopes = calls - (server.connected() - connected);
        Duration ideal = AccountServer.LATENCY.multipliedBy(ofScopes).dividedBy(SCOPES_PER_NODE);
        System.out.printf(
                "%d calls, %d of them throttled, in %.1f s; waiting for the answers to scopes alone, %d at a time: %.1f s; ratio %.3f%n",
                calls,
                server.throttled() - throttled,
                figures.took().toMillis() / 1000.0,
                SCOPES_PER_NODE,
                ideal.toMillis() / 1000.0,
                (double) figures.took().toMillis() / ideal.toMillis());
        System.out.printf(
                "lost pages: %d, calls more than needed: %d%n",
                accounts * (AccountProvider.CALLS - 1) - figures.resources(),
                calls - (server.throttled() - throttled) - accounts * AccountProvider.CALLS);
        System.out.printf(
                "more memory than before: %d MB live in the middle, %d MB resident at most%n",
                (figures.live() - live) / 1024, (figures.resident() - resident) / 1024);
    }

    private record Figures(Duration took, int resources, long live, long resident) {}

    private List<String> providers(String name, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> record = Map.of(
                    "name",
                    name + "-" + i,
                    "infrastructure",
                    "public_cloud",
                    "vendor",
                    "bench",
                    "provider_type",
                    "account",
                    "organization",
                    1,
                    "endpoint",
                    server.url() + "/" + name + "-" + i,
                    "connection_config",
                    Map.of());
            ids.add(product.post("/providers/", 201, record).get("id").asText());
        }
        return ids;
    }

    private Figures collect(List<String> providers) throws IOException {
        List<String> runs = new ArrayList<>();
        for (String provider : providers) {
            runs.add(product.post("/providers/" + provider + "/collect/", 202, Map.of())
                    .get("id")
                    .asText());
        }
        long live = 0;
        long resident = 0;
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        int resources = 0;
        for (int i = 0; i < runs.size(); i++) {
            JsonNode run = product.ended(runs.get(i));
            resident = Math.max(resident, product.jvm().residentKilobytes());
            live = i == runs.size() / 2 ? product.jvm().liveKilobytes() : live;
            first = earlier(first, Instant.parse(run.get("started_at").asText()));
            last = later(last, Instant.parse(run.get("completed_at").asText()));
            resources += run.get("resources_found").asInt();
        }
        return new Figures(Duration.between(first, last), resources, live, resident);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
