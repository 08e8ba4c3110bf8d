package provider.vcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The bundle as it is shipped, in a framework: nothing of yavijava comes from anywhere else. */
final class BundleIT {
    private static final String PACKAGES =
            "inventory.api.action;version=1.99,inventory.api.http;version=1.99,inventory.api.provider;version=1.99,"
                    + "inventory.api.resource;version=1.99,"
                    + "inventory.api.taxonomy;version=1.99,"
                    + "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,org.slf4j.spi;version=2.0.17";
    private static final String DECLARATIVE_SERVICES =
            "osgi.extender;osgi.extender=osgi.component;version:Version=1.5.0";
    private static final long LARGEST = 5L << 20;

    @TempDir
    static Path cache;

    private static FakeVcenter vcenter;
    private static Framework framework;
    private static Bundle bundle;
    private static Path jar;

    @BeforeAll
    static void install() throws Exception {
        vcenter = new FakeVcenter();
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            jar = built.filter(
                            file -> file.getFileName().toString().matches("provider\\.vcenter-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        framework = ServiceLoader.load(FrameworkFactory.class)
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
        bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        bundle.start();
    }

    @AfterAll
    static void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        vcenter.close();
    }

    @Test
    void isSmallAndExportsNothing() throws Exception {
        assertTrue(Files.size(jar) < LARGEST, Files.size(jar) + " bytes");
        assertNull(bundle.getHeaders().get(Constants.EXPORT_PACKAGE));
        assertTrue(bundle.getEntry("manifest.yml") != null, "no manifest.yml");
    }

    @Test
    void readsTheWholeEstate() throws Exception {
        FakeProviderContext context = vcenter.healthy().context();
        int resources = 0;
        try (ProviderConnection connection = provider().connect(context)) {
            for (Scope scope : connection.scopes()) {
                RecordingSink sink = new RecordingSink();
                connection.collect(scope, sink);
                resources += sink.resources().size();
            }
        }
        assertEquals(FakeVcenter.CALLS, context.calls());
        assertEquals(11, resources);
    }

    private static BaseProvider provider() throws ReflectiveOperationException {
        return (BaseProvider) bundle.loadClass("provider.vcenter.VcenterProvider")
                .getConstructor()
                .newInstance();
    }
}
