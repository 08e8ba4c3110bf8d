package provider.vcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.InstalledBundle;
import inventory.api.provider.RecordingSink;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;

/** The bundle as it is shipped, in a framework: nothing of yavijava comes from anywhere else. */
final class BundleIT {
    private static final long LARGEST = 5L << 20;

    @TempDir
    static Path cache;

    private static FakeVcenter vcenter;
    private static InstalledBundle installed;

    @BeforeAll
    static void install() throws Exception {
        vcenter = new FakeVcenter();
        installed = InstalledBundle.start("provider.vcenter", cache);
    }

    @AfterAll
    static void stop() throws Exception {
        installed.close();
        vcenter.close();
    }

    @Test
    void isSmallAndExportsNothing() throws Exception {
        assertTrue(Files.size(installed.jar()) < LARGEST, Files.size(installed.jar()) + " bytes");
        assertNull(installed.bundle().getHeaders().get(Constants.EXPORT_PACKAGE));
        assertTrue(installed.bundle().getEntry("manifest.yml") != null, "no manifest.yml");
    }

    @Test
    void readsTheWholeEstate() throws Exception {
        FakeProviderContext context = vcenter.healthy().context();
        RecordingSink sink = RecordingSink.ofEverything(plugin(), context);
        assertEquals(FakeVcenter.CALLS, context.calls());
        assertEquals(11, sink.resources().size());
    }

    private static BaseProvider plugin() throws ReflectiveOperationException {
        return installed.plugin("provider.vcenter.VcenterProvider");
    }
}
