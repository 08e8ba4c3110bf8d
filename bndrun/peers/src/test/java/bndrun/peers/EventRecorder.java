package bndrun.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Runs inside the product and writes the names of all bundles that stop into {@code HOME/stopped}. */
public final class EventRecorder implements BundleActivator, SynchronousBundleListener {

    private Path file;

    @Override
    public void start(BundleContext context) throws IOException {
        file = Path.of(context.getProperty("inventory.home"), "stopped");
        Files.writeString(file, "");
        context.addBundleListener(this);
    }

    @Override
    public void stop(BundleContext context) {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED) {
            try {
                Files.writeString(file, event.getBundle().getSymbolicName() + "\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
