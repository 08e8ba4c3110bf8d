package bndrun.bench;

import bndrun.peers.Product;
import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import provider.vcenter.VcenterProvider;

/** Collections from a large vcsim, by the plugin alone and by the whole product, each next to a raw retrieval of the same pages. */
public final class VcenterBench {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int WARM_UP = 2;
    private final PrintStream out;
    private final Vcsim vcsim;
    private final int machines;

    private VcenterBench(PrintStream out, Vcsim vcsim, int machines) {
        this.out = out;
        this.vcsim = vcsim;
        this.machines = machines;
    }

    public static void main(String[] arguments) throws Exception {
        int machines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("inventory-bench-");
        System.out.printf("%d machines, %d rounds, medians [least–most], folder %s%n", machines, rounds, folder);
        try (Vcsim vcsim = Vcsim.load(VcsimModel.make(folder, machines), folder);
                Product product = new Product(folder.resolve("home"))) {
            product.startByScript(Map.of());
            new VcenterBench(System.out, vcsim, machines).measure(product, rounds);
        }
    }

    private void measure(Product product, int rounds) throws Exception {
        Series raw = new Series();
        Series alone = new Series();
        Series whole = new Series();
        String provider = provider(product);
        product.collect(provider);
        long bytes = 0;
        for (int round = -WARM_UP; round < rounds; round++) {
            long begin = System.nanoTime();
            bytes = new RawRetrieval(vcsim.port()).readAll();
            Duration retrieval = Duration.ofNanos(System.nanoTime() - begin);
            begin = System.nanoTime();
            collect();
            Duration plugin = Duration.ofNanos(System.nanoTime() - begin);
            Duration run = run(product.collect(provider));
            if (round >= 0) {
                raw.add(retrieval);
                alone.add(plugin);
                whole.add(run);
            }
        }
        out.printf("%d bytes in all%n", bytes);
        out.printf("collection by the plugin alone over raw retrieval: %s%n", alone.over(raw));
        out.printf("collection by the product, nothing changed, over raw retrieval: %s%n", whole.over(raw));
    }

    private void collect() throws Exception {
        ProviderCredential credential = new ProviderCredential(
                Vcsim.USER, Vcsim.PASSWORD, "127.0.0.1", vcsim.port(), Map.of("validate_certs", false));
        FakeProviderContext context =
                new FakeProviderContext("127.0.0.1", credential, FakeProviderContext.httpSettings(TIMEOUT));
        Counter counter = new Counter();
        try (ProviderConnection connection = new VcenterProvider().connect(context)) {
            for (Scope scope : connection.scopes()) {
                connection.collect(scope, counter);
            }
        }
        require(counter.machines.get() == machines, counter.machines + " machines");
    }

    private String provider(Product product) throws Exception {
        return product.post(
                        "/providers/",
                        201,
                        Map.of(
                                "name", "vcsim",
                                "infrastructure", "private_cloud",
                                "vendor", "vmware",
                                "provider_type", "vcenter",
                                "organization", 1,
                                "endpoint", "127.0.0.1:" + vcsim.port(),
                                "connection_config",
                                        Map.of(
                                                "username", Vcsim.USER,
                                                "password", Vcsim.PASSWORD,
                                                "validate_certs", false)))
                .get("id")
                .asText();
    }

    private static Duration run(JsonNode run) {
        require(
                run.get("status").asText().equals("completed")
                        && run.get("resources_updated").asInt() == 0,
                run.toString());
        return Duration.between(
                Instant.parse(run.get("started_at").asText()),
                Instant.parse(run.get("completed_at").asText()));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException("not what was to be measured: " + otherwise);
        }
    }

    private static final class Counter implements ResourceSink {
        private final AtomicInteger machines = new AtomicInteger();

        @Override
        public void accept(ResourceData resource) {
            if (resource.resourceTypeSlug().equals("virtual_machine")) {
                machines.incrementAndGet();
            }
        }

        @Override
        public void notRead(String resourceType, FailureKind kind, String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
