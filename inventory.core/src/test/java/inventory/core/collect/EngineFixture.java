package inventory.core.collect;

import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.api.resource.RunStatus;
import inventory.core.Await;
import inventory.core.Configured;
import inventory.core.identity.ConnectionConfigs;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import inventory.core.registry.ConnectionConfigRules;
import inventory.core.registry.FakePluginService;
import inventory.core.registry.PluginRegistry;
import inventory.core.registry.RegistryFixture;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** An engine with a plugin {@code acme:cloud}, everything in memory. To be closed. */
final class EngineFixture implements AutoCloseable {
    static final UUID RUN = UUID.fromString("01890000-0000-7000-8000-000000000001");

    final FakeProvider provider = new FakeProvider();
    final FakePluginService service = new FakePluginService(1, "acme", "cloud", provider);
    final PluginRegistry registry = RegistryFixture.registry(service);
    final MemoryRunStore store = new MemoryRunStore();
    final MemoryReconciler reconciler = new MemoryReconciler(store);
    final PluginThreads threads = new PluginThreads();
    final ActiveRuns active = new ActiveRuns();
    final CollectionMeasures measures = new CollectionMeasures();
    final RateBuckets buckets = new RateBuckets();
    final Map<String, Object> config = new HashMap<>();
    CollectSettings settings = new CollectSettings(
            4,
            8,
            Duration.ofSeconds(20),
            new RemovalGuard(50, 20),
            new RetryPolicy(3, Duration.ofMillis(5), Duration.ofMillis(50)),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofMillis(20));

    EngineFixture() {
        claim("acme:cloud", Set.of(), false);
    }

    static Scope scope(String id) {
        return Scope.of(id, "virtual_machine", "vpc");
    }

    static void emit(ResourceSink sink, String type, String... refs) throws InterruptedException {
        for (String ref : refs) {
            sink.accept(ResourceData.of(ref, type).build());
        }
    }

    void claim(String key, Set<String> types, boolean confirm) {
        String[] parts = key.split(":", 2);
        Target target = new Target(new UUID(0, 7), "Acme", parts[0], parts[1], "https://acme:8443/x", "sealed", 1);
        store.run = new ClaimedRun(RUN, target, 1, types, confirm, 0, new RunReport(0, 0, 0, 0, Map.of()));
    }

    void settings(Duration deadline, int scopesPerRun, int scopesPerNode) {
        settings = new CollectSettings(
                scopesPerRun,
                scopesPerNode,
                deadline,
                settings.guard(),
                settings.retry(),
                settings.testLimit(),
                settings.grace(),
                settings.tick());
    }

    Connections connections() {
        return new Connections(
                registry,
                new Configs(),
                new ConnectionConfigRules(registry),
                new HttpSettingsSource(Configured.of(HttpConfig.class, Map.of()), Map.of()),
                buckets);
    }

    RunEngine engine() {
        return new RunEngine(
                new CollectServices(
                        store,
                        reconciler,
                        threads,
                        new NodeSlots(settings.scopesPerNode()),
                        connections(),
                        settings,
                        Clock.systemUTC()),
                active,
                measures);
    }

    /** Works the run to its end, on this thread. */
    RunEnd run() {
        engine().work(RUN);
        return store.end;
    }

    /** Starts the run on a thread of its own. */
    Work start() {
        RunEngine engine = engine();
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        engine.work(RUN);
                    } catch (RuntimeException e) {
                        thrown.set(e);
                    }
                },
                "run under test");
        thread.start();
        return new Work(engine, thread, thrown);
    }

    record Work(RunEngine engine, Thread thread, AtomicReference<RuntimeException> thrown) {
        void awaitEnd(Duration atMost) {
            Await.until("the run's work ends", atMost, () -> !thread.isAlive());
        }
    }

    /** How many runs the measures say ended so. */
    double runsEnded(RunStatus status) {
        return measures.measures().stream()
                .filter(measure -> measure.name().equals("inventory_collection_runs_total")
                        && measure.labels().containsValue(status.slug()))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** What the measure reads, by name. */
    double measure(String name) {
        return measures.measures().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> notRead(RunEnd end) {
        return (List<Map<String, Object>>) end.details().get("scopes");
    }

    @Override
    public void close() {
        threads.stop();
    }

    private final class Configs implements ConnectionConfigs {
        @Override
        public String seal(Map<String, Object> open) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> open(String sealed) {
            return config;
        }

        @Override
        public Map<String, Object> hidden(String vendor, String providerType, String sealed) {
            throw new UnsupportedOperationException();
        }
    }
}
