package inventory.core.deploy;

import inventory.api.admin.CollectRequest;
import inventory.api.plugin.PluginFile;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.core.Configured;
import inventory.core.Home;
import inventory.core.action.RecordingTasks;
import inventory.core.collect.Runs;
import inventory.core.deploy.Deployments.Swap;
import inventory.core.registry.Manifest;
import inventory.core.registry.PluginEntry;
import inventory.core.registry.PluginRegistry;
import inventory.core.registry.RegistryFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.resolver.Resolver;

/** A real framework with what deploys plugins, and nothing else of the product. To be closed. */
final class DeployFixture {
    static final Map<String, Object> CONFIG = Map.of("service_limit_ms", 300, "run_limit_s", 1, "settle_ms", 300);

    final Path home;
    final Framework framework;
    final BundleContext context;
    final PluginRegistry registry;
    final Deployments deployments;
    final RecordingRuns runs = new RecordingRuns();
    final RecordingTasks tasks = new RecordingTasks();
    /** Symbolic names of the bundles that stopped. */
    final List<String> stopped = Collections.synchronizedList(new ArrayList<>());

    private final Retirement retirement;

    DeployFixture(Path folder) throws Exception {
        home = folder.resolve("home");
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "inventory.api.provider"));
        framework.start();
        context = framework.getBundleContext();
        registry = RegistryFixture.registry(context);
        Isolation isolation = new Isolation(context);
        context.registerService(
                new String[] {ResolverHookFactory.class.getName(), CollisionHook.class.getName()}, isolation, null);
        PluginBundles bundles = new PluginBundles(context, isolation);
        Resolver resolver = context.getService(context.getServiceReference(Resolver.class));
        retirement = new Retirement(config(), registry, bundles, runs, tasks);
        deployments = new Deployments(
                config(), new Home(home), registry, bundles, new DryRun(context, resolver, isolation), retirement);
        context.addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STOPPED) {
                stopped.add(event.getBundle().getSymbolicName());
            }
        });
    }

    static DeployConfig config() {
        return Configured.of(DeployConfig.class, CONFIG);
    }

    Swap install(byte[] content) throws IOException {
        return install(content, false);
    }

    Swap install(byte[] content, boolean force) throws IOException {
        return deployments.install(new PluginFile("plugin", new ByteArrayInputStream(content)), force);
    }

    PluginFolders folders() {
        return new PluginFolders(context, config(), new Home(home), deployments);
    }

    /** @return version of the plugin that serves the key */
    Optional<String> serving(String key) {
        return registry.find(key).flatMap(PluginEntry::manifest).map(Manifest::version);
    }

    /** @return the one reason why something failed */
    String reason() {
        List<Failure> failures = List.copyOf(deployments.failures());
        return failures.size() == 1 ? failures.get(0).reason() : failures.toString();
    }

    long bundles(String symbolicName) {
        return List.of(context.getBundles()).stream()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .count();
    }

    Bundle bystander(String symbolicName) throws Exception {
        Bundle bundle = context.installBundle(
                symbolicName,
                new ByteArrayInputStream(PluginJar.library(symbolicName)
                        .header("Export-Package", symbolicName + ".offered;version=1.0.0")
                        .bytes()));
        bundle.start();
        return bundle;
    }

    void close() throws Exception {
        retirement.stop();
        framework.stop();
        framework.waitForStop(Duration.ofSeconds(10).toMillis());
    }

    /** Knows which runs were canceled. */
    static final class RecordingRuns implements Runs {
        final List<UUID> canceled = Collections.synchronizedList(new ArrayList<>());
        Runnable whenCanceled = () -> {};

        @Override
        public CollectionRun request(Provider provider, CollectRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void requestSoon(Provider provider) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CollectionRun cancel(UUID runId) {
            canceled.add(runId);
            whenCanceled.run();
            return null;
        }

        @Override
        public void cancelForProvider(UUID providerId) {
            throw new UnsupportedOperationException();
        }
    }
}
