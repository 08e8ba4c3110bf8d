package bndrun.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * Starts the product: one framework whose bundle cache is kept in the home folder, so that only a new build installs bundles anew.
 * SIGTERM stops the framework in order; bnd's own launcher does neither.
 */
public final class Launcher {

    private static final long STOP_MILLIS = 9_000;

    private final AppJar jar;
    private final Home home;

    Launcher(AppJar jar, Home home) {
        this.jar = jar;
        this.home = home;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            Settings settings = Settings.of(List.of(arguments), System.getenv());
            requireFree(settings.port());
            Home home = new Home(settings.home());
            home.open();
            Framework framework = new Launcher(AppJar.running(), home).start(settings);
            System.exit(framework.waitForStop(0).getType() == FrameworkEvent.STOPPED ? 0 : 1);
        } catch (IOException | BundleException | IllegalArgumentException e) {
            System.err.println("inventory: " + e.getMessage());
            System.exit(1);
        }
    }

    Framework start(Settings settings) throws IOException, BundleException {
        String digest = jar.digest();
        Map<String, String> properties = jar.properties();
        properties.putAll(settings.properties());
        boolean installed = home.keepsOnly(digest);
        properties.putAll(home.properties(digest));
        properties.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        Framework framework = ServiceLoader.load(FrameworkFactory.class, Launcher.class.getClassLoader())
                .findFirst()
                .orElseThrow()
                .newFramework(properties);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "stop"));
        framework.init();
        if (!installed) {
            install(framework.getBundleContext());
            home.markInstalled(digest);
        }
        framework.start();
        return framework;
    }

    private void install(BundleContext context) throws IOException, BundleException {
        Map<String, Integer> startLevels = jar.startLevels();
        for (String path : jar.bundles()) {
            try (InputStream content = jar.open(path)) {
                Bundle bundle = context.installBundle(path, content);
                Integer level = startLevels.get(bundle.getSymbolicName());
                if (level != null) {
                    bundle.adapt(BundleStartLevel.class).setStartLevel(level);
                }
                if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                    bundle.start();
                }
            }
        }
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException e) {
            System.err.println("inventory: did not stop in order: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IOException("port " + port + " is in use; choose another with --port", e);
        }
    }
}
