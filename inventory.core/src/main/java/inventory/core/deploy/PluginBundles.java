package inventory.core.deploy;

import inventory.api.UnusablePluginException;
import inventory.core.deploy.Isolation.Space;
import inventory.core.registry.PluginService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles of plugins in the framework. They are started for this run of the product only: at the next one they lie in the bundle
 * cache, and are started from here once more. A location names the plugin, the jar, its content and, since two that are equal may lie
 * beside each other for a while, a number.
 */
@Component(service = PluginBundles.class)
public final class PluginBundles {
    private static final Logger LOG = LoggerFactory.getLogger(PluginBundles.class);
    private static final int REFRESH_SECONDS = 30;

    private final BundleContext context;
    private final Isolation isolation;
    private final Set<Long> used = new HashSet<>();

    @Activate
    public PluginBundles(BundleContext context, @Reference Isolation isolation) {
        this.context = context;
        this.isolation = isolation;
    }

    /** Installs all, or none. */
    synchronized List<Bundle> install(Candidate candidate, Space space) throws IOException, BundleException {
        List<Bundle> bundles = new ArrayList<>();
        try {
            for (BundleJar jar : candidate.jars()) {
                Bundle bundle = install(jar, PluginService.DEPLOYED + space.origin() + "/" + location(jar));
                isolation.enter(bundle.getBundleId(), space);
                used.add(bundle.getBundleId());
                bundles.add(bundle);
            }
            return List.copyOf(bundles);
        } catch (IOException | BundleException e) {
            uninstall(bundles);
            throw e;
        }
    }

    private Bundle install(BundleJar jar, String location) throws IOException, BundleException {
        Optional<Bundle> cached = Stream.of(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(location) && !used.contains(bundle.getBundleId()))
                .findFirst();
        if (cached.isPresent()) {
            return cached.get();
        }
        try (InputStream in = Files.newInputStream(jar.file())) {
            return context.installBundle(location + Long.toString(System.nanoTime(), Character.MAX_RADIX), in);
        }
    }

    private static String location(BundleJar jar) {
        return jar.file().getFileName() + "#" + jar.digest() + "#";
    }

    /** @throws UnusablePluginException one of them does not start */
    void start(List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                try {
                    bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                } catch (BundleException e) {
                    throw new UnusablePluginException(
                            "The bundle " + bundle.getSymbolicName() + " does not start.", List.of(reason(e)));
                }
            }
        }
    }

    /** Takes the bundles out of the framework. Nothing but them, and what is wired to them, is refreshed. */
    synchronized void uninstall(Collection<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            isolation.close(bundle.getBundleId());
            try {
                if (bundle.getState() != Bundle.UNINSTALLED) {
                    bundle.uninstall();
                }
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("Bundle {} is not uninstalled in order: {}", bundle.getSymbolicName(), e.getMessage());
            }
        }
        refresh(bundles);
        bundles.forEach(bundle -> {
            isolation.leave(bundle.getBundleId());
            used.remove(bundle.getBundleId());
        });
    }

    /** Takes out the bundles of plugins that an earlier run of the product left in the cache and that are no more. */
    void uninstallUnused() {
        List<Bundle> unused = Stream.of(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(PluginService.DEPLOYED))
                .filter(bundle -> !isUsed(bundle))
                .toList();
        if (!unused.isEmpty()) {
            uninstall(unused);
        }
    }

    private synchronized boolean isUsed(Bundle bundle) {
        return used.contains(bundle.getBundleId());
    }

    private void refresh(Collection<Bundle> bundles) {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(bundles, event -> done.countDown());
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The framework has not refreshed {} within {} s", bundles, REFRESH_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(BundleException e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + " (" + e.getCause().getMessage() + ")";
    }
}
