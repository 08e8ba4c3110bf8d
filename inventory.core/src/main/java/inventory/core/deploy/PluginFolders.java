package inventory.core.deploy;

import inventory.core.Home;
import inventory.core.registry.PluginService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders that plugins lie in: the uploaded ones are started with the product; {@code HOME/deploy} is watched, and what is dropped,
 * overwritten or deleted there comes, changes or goes. What failed is tried again when other bundles change.
 */
@Component(service = PluginFolders.class, configurationPid = DeployConfig.PID)
public final class PluginFolders {
    private static final Logger LOG = LoggerFactory.getLogger(PluginFolders.class);
    private static final int CHANGES = BundleEvent.RESOLVED
            | BundleEvent.UNRESOLVED
            | BundleEvent.STARTED
            | BundleEvent.UPDATED
            | BundleEvent.UNINSTALLED;
    private static final long SOON_MS = 20;
    private static final long IDLE_MS = 200;
    /** Some file systems tell nothing of their changes, so the folder is looked at every so many idle rounds. */
    private static final int UNTOLD_ROUNDS = 10;

    private final Deployments deployments;
    private final BundleContext context;
    private final DeployFolder folder;
    private final WatchService watch;
    private final Thread thread = new Thread(this::follow, "inventory-plugin-folders");
    private final AtomicBoolean retry = new AtomicBoolean();
    private final Runnable changed = this::retrySoon;
    private final BundleListener listener = this::bundleChanged;
    private volatile Duration wait = Duration.ZERO;

    /** Everything is started that can be before this returns, so that the first list of plugins has all of them. */
    @Activate
    public PluginFolders(
            BundleContext context, DeployConfig config, @Reference Home home, @Reference Deployments deployments) {
        this.context = context;
        this.deployments = deployments;
        DeployLimits limits = DeployLimits.of(config);
        Path deploy = home.resolve("deploy");
        folder = new DeployFolder(deploy, limits.settle(), System::nanoTime, new Changes());
        try {
            Files.createDirectories(deploy);
            watch = deploy.getFileSystem().newWatchService();
            deploy.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            deployments.restore(wait);
            folder.look();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folders of plugins in " + home.resolve(""), e);
        }
        deployments.uninstallUnused();
        wait = limits.service();
        retrySoon();
        deployments.watch(changed);
        context.addBundleListener(listener);
        thread.setDaemon(true);
        thread.start();
    }

    /** Looks at all folders anew, and waits until that is done. */
    void refresh() throws IOException {
        deployments.restore(wait);
        folder.forget();
        folder.look();
    }

    @Deactivate
    void stop() throws IOException {
        context.removeBundleListener(listener);
        deployments.unwatch(changed);
        watch.close();
        thread.interrupt();
    }

    private final class Changes implements DeployFolder.Target {
        @Override
        public void arrived(Path file) {
            deployments.attempt(Origin.dropped(file), wait);
        }

        @Override
        public void gone(Path file) {
            try {
                deployments.remove(Origin.dropped(file));
            } catch (IOException e) {
                LOG.warn("Cannot take away {}", file, e);
            }
        }
    }

    private void bundleChanged(BundleEvent event) {
        boolean ours = event.getBundle().getLocation().startsWith(PluginService.DEPLOYED);
        if (!ours && (event.getType() & CHANGES) != 0) {
            retrySoon();
        }
    }

    private void retrySoon() {
        retry.set(true);
    }

    private void follow() {
        boolean soon = true;
        int idle = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                WatchKey key = watch.poll(soon ? SOON_MS : IDLE_MS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
                idle = key == null && !soon ? idle + 1 : 0;
                if (idle == 0 || idle == UNTOLD_ROUNDS) {
                    soon = look();
                    idle = 0;
                }
                if (retry.getAndSet(false)) {
                    deployments.recheck();
                    deployments.retryFailed();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("The folders of plugins are watched no more");
        }
    }

    private boolean look() {
        try {
            return folder.look();
        } catch (IOException | RuntimeException e) {
            // The one catch-all of this thread: the folder is looked at again, whatever went wrong this time.
            LOG.warn("Cannot look at the deploy folder", e);
            return false;
        }
    }
}
