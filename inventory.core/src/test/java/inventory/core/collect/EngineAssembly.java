package inventory.core.collect;

import inventory.api.provider.BaseProvider;
import inventory.core.Configured;
import inventory.core.identity.ConnectionConfigs;
import inventory.core.reconcile.Reconciler;
import inventory.core.registry.ConnectionConfigRules;
import inventory.core.registry.FakePluginService;
import inventory.core.registry.PluginRegistry;
import inventory.core.registry.RegistryFixture;
import inventory.core.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** An engine over a real store, with one plugin {@code sample:generator}. To be closed. */
public final class EngineAssembly implements AutoCloseable {
    private final PluginThreads threads = new PluginThreads();
    private final ConnectionConfigs configs = new CodedConfigs();
    private final FakePluginService service;
    private final PluginRegistry registry;
    private final Connections connections;
    private final ActiveRuns active = new ActiveRuns();
    private final CollectionMeasures measures = new CollectionMeasures();
    private final RunEngine engine;

    public EngineAssembly(RunStore store, Reconciler reconciler, BaseProvider plugin) {
        service = new FakePluginService(1, "sample", "generator", plugin);
        registry = RegistryFixture.registry(service);
        connections = new Connections(
                registry,
                configs,
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

    public FakePluginService service() {
        return service;
    }

    public PluginRegistry registry() {
        return registry;
    }

    public Connections connections() {
        return connections;
    }

    public ConnectionConfigs configs() {
        return configs;
    }

    public PluginThreads threads() {
        return threads;
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

    /** Seals in a way that a test can tell from clear text. */
    private static final class CodedConfigs implements ConnectionConfigs {
        private static final String FORM = "coded:";

        @Override
        public String seal(Map<String, Object> config) {
            byte[] text = Json.write(config).getBytes(StandardCharsets.UTF_8);
            return FORM + Base64.getEncoder().encodeToString(text);
        }

        @Override
        public Map<String, Object> open(String sealed) {
            if (!sealed.startsWith(FORM)) {
                return Map.of();
            }
            byte[] text = Base64.getDecoder().decode(sealed.substring(FORM.length()));
            return Json.object(new String(text, StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, Object> hidden(String vendor, String providerType, String sealed) {
            return Map.of();
        }
    }
}
