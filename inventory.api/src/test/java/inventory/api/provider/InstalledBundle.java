package inventory.api.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The bundle of the project as it is shipped, in a framework that has nothing but the API and slf4j: all else it must have itself.
 *
 * @param jar the file in {@code target}
 */
public record InstalledBundle(Path jar, Framework framework, Bundle bundle) implements AutoCloseable {
    private static final String PACKAGES = "inventory.api.action;version=1.99,inventory.api.http;version=1.99,"
            + "inventory.api.provider;version=1.99,inventory.api.resource;version=1.99,inventory.api.taxonomy;version=1.99,"
            + "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,org.slf4j.spi;version=2.0.17";
    private static final String DECLARATIVE_SERVICES =
            "osgi.extender;osgi.extender=osgi.component;version:Version=1.5.0";
    private static final long STOP_LIMIT_MS = 10_000;

    /**
     * @param name of the bundle
     * @param cache an empty folder for the framework
     */
    public static InstalledBundle start(String name, Path cache) throws IOException, BundleException {
        Path jar;
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            jar = built.filter(file -> file.getFileName().toString().matches(name + "-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        PACKAGES,
                        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                        DECLARATIVE_SERVICES));
        framework.start();
        Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        bundle.start();
        return new InstalledBundle(jar, framework, bundle);
    }

    /** @param component name of the class; it needs a constructor without parameters */
    public BaseProvider plugin(String component) throws ReflectiveOperationException {
        return (BaseProvider) bundle.loadClass(component).getConstructor().newInstance();
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(STOP_LIMIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
