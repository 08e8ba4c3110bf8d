package inventory.core.collect;

import inventory.api.provider.FailureKind;
import inventory.core.identity.ConnectionConfigs;
import inventory.core.registry.ConnectionConfigRules;
import inventory.core.registry.Manifest;
import inventory.core.registry.PluginLease;
import inventory.core.registry.PluginRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings a provider record, its plugin and its secrets together. */
@Component(service = Connections.class)
public final class Connections {
    private final PluginRegistry registry;
    private final ConnectionConfigs configs;
    private final ConnectionConfigRules rules;
    private final HttpSettingsSource http;
    private final RateBuckets buckets;

    @Activate
    public Connections(
            @Reference PluginRegistry registry,
            @Reference ConnectionConfigs configs,
            @Reference ConnectionConfigRules rules,
            @Reference HttpSettingsSource http,
            @Reference RateBuckets buckets) {
        this.registry = registry;
        this.configs = configs;
        this.rules = rules;
        this.http = http;
        this.buckets = buckets;
    }

    /** What is needed to connect. Release the plugin. */
    public record Prepared(PluginUse plugin, Manifest manifest, RunContext context, SecretMask mask) {}

    /** @throws RunFailedException there is no plugin, or the record does not do for it */
    public Prepared prepare(Target target, Set<String> types, Instant deadline, RunProgress figures)
            throws RunFailedException {
        PluginLease lease = lease(target.pluginKey());
        try {
            Map<String, Object> config = config(target, lease.manifest());
            Map<String, Object> effective = ConnectionConfigRules.effective(lease.manifest(), config);
            RunContext context = new RunContext(
                    target.id(),
                    CredentialReader.read(target.endpoint(), effective),
                    target.endpoint(),
                    types,
                    deadline,
                    Clock.systemUTC(),
                    http.outbound(),
                    buckets,
                    figures);
            return new Prepared(new PluginUse(lease), lease.manifest(), context, mask(target, config));
        } catch (IllegalStateException e) {
            lease.close();
            throw new RunFailedException(new Failure(FailureKind.INTERNAL, e.getMessage()));
        } catch (RunFailedException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private PluginLease lease(String key) throws RunFailedException {
        Optional<PluginLease> lease = registry.lease(key);
        if (lease.isEmpty()) {
            String available = String.join(", ", registry.keys());
            throw new RunFailedException(new Failure(
                    FailureKind.INTERNAL,
                    "There is no plugin for " + key + ". Available: " + (available.isEmpty() ? "none" : available)
                            + "."));
        }
        return lease.get();
    }

    private Map<String, Object> config(Target target, Manifest manifest) throws RunFailedException {
        Map<String, Object> config = configs.open(target.sealedConfig());
        List<String> wrong = ConnectionConfigRules.violations(manifest, config);
        if (!wrong.isEmpty()) {
            throw new RunFailedException(
                    new Failure(FailureKind.AUTHENTICATION, "connection_config: " + String.join(" ", wrong)));
        }
        return config;
    }

    private SecretMask mask(Target target, Map<String, Object> config) {
        return SecretMask.of(rules.among(target.pluginKey(), config.keySet()).stream()
                .map(config::get)
                .toList());
    }
}
