package provider.leaseweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.http.PrismServer;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.resource.ResourceData;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The provider, and our own LeaseWeb too, against what LeaseWeb says of its API: Prism refuses each request and each answer that is not as
 * described. No false alarm is known.
 */
class LeasewebPrismIT {
    private static final URL DOCUMENT = LeasewebPrismIT.class.getResource("openapi.json");
    private static final String SERVER = "100001";
    private static final Map<String, Map<String, Object>> ACTIONS = Map.of(
            "power-on", Map.of(),
            "power-off", Map.of(),
            "power-cycle", Map.of(),
            "install",
                    Map.of(
                            "operating_system", "DEBIAN_12_64BIT",
                            "hostname", "web.example",
                            "partitions", "[{\"filesystem\": \"ext4\", \"mountpoint\": \"/\", \"size\": \"*\"}]",
                            "raid_type", "SW",
                            "raid_level", 1L,
                            "ssh_keys", List.of("ssh-ed25519 AAAAC3Nz one"),
                            "post_install_script", "true",
                            "control_panel", "PLESK_WEB_ADMIN",
                            "power_cycle", true),
            "pxe-boot", Map.of("bootfile", "http://192.0.2.1/boot", "hostname", "web", "power_cycle", true),
            "pxe-boot-end", Map.of(),
            "set-reference", Map.of("reference", "web-1"),
            "jobs", Map.of());

    private FakeLeaseweb leaseweb;

    @BeforeEach
    void start() throws Exception {
        leaseweb = FakeLeaseweb.with(12);
    }

    @AfterEach
    void stop() {
        leaseweb.close();
    }

    /** The examples of the document are the same page for ever. */
    @Test
    void aPageThatIsAlwaysTheSameIsNoListing() throws Exception {
        try (PrismServer mock = PrismServer.mock(DOCUMENT)) {
            ProviderException failure = assertThrows(
                    ProviderException.class, () -> FakeLeaseweb.provider().connect(through(mock)));
            assertEquals(FailureKind.MALFORMED, failure.kind());
            assertTrue(failure.getMessage().contains("from entry 0 on, and answered from 80 on"), failure.getMessage());
        }
    }

    @Test
    void ourLeasewebIsAsLeasewebDescribesItself() throws Exception {
        leaseweb.server(SERVER).job("rescueMode", "");
        try (PrismServer proxy = PrismServer.proxy(DOCUMENT, leaseweb.url())) {
            assertEquals(read(leaseweb.context()), read(through(proxy)));
            perform(proxy, "cancel-job", Map.of());
            for (Map.Entry<String, Map<String, Object>> action : ACTIONS.entrySet()) {
                perform(proxy, action.getKey(), action.getValue());
            }
        }
    }

    @Test
    void aValueThatIsNotDescribedIsNoticed() throws Exception {
        leaseweb.server(SERVER).job("dance", "");
        isNoticed();
    }

    @Test
    void aFieldUnderAnotherNameIsNoticed() throws Exception {
        ObjectNode job = leaseweb.server(SERVER).jobs.get(0);
        job.set("flowOther", job.remove("flow"));
        isNoticed();
    }

    private void isNoticed() throws Exception {
        assertFalse(read(leaseweb.context()).isEmpty());
        try (PrismServer proxy = PrismServer.proxy(DOCUMENT, leaseweb.url())) {
            ProviderException failure = assertThrows(ProviderException.class, () -> read(through(proxy)));
            assertTrue(failure.getMessage().contains("VIOLATIONS"), failure.getMessage());
        }
    }

    private ProviderContext through(PrismServer prism) {
        return new FakeProviderContext(prism.url(), leaseweb.context().credential());
    }

    private static Map<String, ResourceData> read(ProviderContext context) throws Exception {
        return RecordingSink.ofEverything(FakeLeaseweb.provider(), context).resources().stream()
                .collect(Collectors.toMap(ResourceData::emsRef, resource -> resource));
    }

    private void perform(PrismServer prism, String action, Map<String, Object> parameters) throws Exception {
        RecordingProgress progress = new RecordingProgress();
        ((ResourceActions) FakeLeaseweb.provider().connect(through(prism)))
                .perform(Targets.request(action, SERVER, "bare_metal", parameters), progress);
        assertFalse(progress.unsettled(), action);
    }
}
