package inventory.core.collect;

import inventory.api.provider.BaseProvider;
import inventory.core.Configured;
import inventory.core.identity.ConnectionConfigs;
import inventory.core.reconcile.Reconciler;
import inventory.core.registry.ConnectionConfigRules;
import inventory.core.registry.FakePluginService;
import inventory.core.registry.PluginRegistry;
import inventory.core.registry.RegistryFixture;
import java.util.Map;

/** An engine over a real store, with one plugin {@code sample:generator}. To be closed. */
public final class EngineAssembly implements AutoCloseable {
    private final PluginThreads threads = new PluginThreads();
    private final ActiveRuns active = new ActiveRuns();
    private final CollectionMeasures measures = new CollectionMeasures();
    private final RunEngine engine;

    public EngineAssembly(RunStore store, Reconciler reconciler, BaseProvider plugin) {
        PluginRegistry registry = RegistryFixture.registry(new FakePluginService(1, "sample", "generator", plugin));
        Connections connections = new Connections(
                registry,
                new NoConfigs(),
                new ConnectionConfigRules(registry),
                new HttpSettingsSource(Configured.of(HttpConfig.class, Map.of()), Map.of()),
                new RateBuckets());
        engine = new RunEngine(
                Configured.of(CollectConfig.class, Map.of()),
                store,
                reconciler,
                connections,
                threads,
                active,
                measures);
    }

    public RunWorker worker() {
        return engine;
    }

    public ActiveRuns active() {
        return active;
    }

    public CollectionMeasures measures() {
        return measures;
    }

    @Override
    public void close() {
        threads.stop();
    }

    private static final class NoConfigs implements ConnectionConfigs {
        @Override
        public String seal(Map<String, Object> config) {
            return "";
        }

        @Override
        public Map<String, Object> open(String sealed) {
            return Map.of();
        }

        @Override
        public Map<String, Object> hidden(String vendor, String providerType, String sealed) {
            return Map.of();
        }
    }
}
