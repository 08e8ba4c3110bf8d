package inventory.core.deploy;

import inventory.api.UnusablePluginException;
import inventory.core.deploy.Isolation.Space;
import inventory.core.registry.PluginRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Brings a plugin up beside what it replaces. */
final class PluginStart {
    private final PluginRegistry registry;
    private final PluginBundles bundles;
    private final DryRun dryRun;
    private final Retirement retirement;

    PluginStart(PluginRegistry registry, PluginBundles bundles, DryRun dryRun, Retirement retirement) {
        this.registry = registry;
        this.bundles = bundles;
        this.dryRun = dryRun;
        this.retirement = retirement;
    }

    /**
     * Starts the bundles and waits for what their manifests say.
     *
     * @param replaced what runs until then; the bundles are wired to nothing of it
     * @param wait longest wait for the services
     * @throws UnusablePluginException it does not run here; nothing of it is left
     */
    Deployment start(Origin origin, Candidate candidate, List<Deployment> replaced, Duration wait) throws IOException {
        requireAllowed(candidate.keys());
        Set<Long> outgoing =
                replaced.stream().flatMap(old -> old.bundleIds().stream()).collect(Collectors.toSet());
        boolean open = origin.dropped() && candidate.jars().size() == 1;
        Space space = new Space(origin.name(), open, outgoing);
        List<String> problems = dryRun.problems(candidate, space);
        if (!problems.isEmpty()) {
            throw new UnusablePluginException("The plugin does not resolve here:", problems);
        }
        Deployment fresh = new Deployment(origin, candidate, installed(candidate, space));
        boolean offered = false;
        try {
            bundles.start(fresh.bundles());
            new Offer(registry, candidate.keys(), fresh.bundleIds()).await(wait);
            offered = true;
            return fresh;
        } finally {
            if (!offered) {
                withdraw(fresh);
            }
        }
    }

    private List<Bundle> installed(Candidate candidate, Space space) throws IOException {
        try {
            return bundles.install(candidate, space);
        } catch (BundleException e) {
            throw new UnusablePluginException("The framework does not take the bundle:", List.of(e.getMessage()));
        }
    }

    /** Takes back what was started. Nothing else gains by that, so nothing is tried again. */
    void withdraw(Deployment failed) {
        retirement.retire(failed, () -> {});
    }

    private void requireAllowed(List<String> keys) {
        for (String key : keys) {
            if (!registry.allows(key)) {
                throw Refusal.of("The configuration of this server does not let " + key + " be used.");
            }
        }
    }
}
