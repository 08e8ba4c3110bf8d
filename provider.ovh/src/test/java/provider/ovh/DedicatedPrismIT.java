package provider.ovh;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.ActionRequest;
import inventory.api.action.Targets;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.http.PrismServer;
import inventory.api.provider.ProviderException;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code ovh:dedicated}, and our own OVHcloud too, against what OVHcloud says of its servers, addresses and vRacks: Prism refuses each request
 * and each answer that is not as described. Lists of objects and batches are not described, so that ids are asked for one by one. The names
 * of services are in another document and are passed on unchecked.
 */
class DedicatedPrismIT {
    private static final String SERVER = "/dedicated/server/" + DedicatedEstate.name(1);

    private final FakeOvh ovh = DedicatedEstate.fill(new FakeOvh(), 2);
    private ServiceAccount account;

    @BeforeEach
    void start() throws Exception {
        ovh.expandsNothing();
        ovh.batchesNothing();
        DedicatedEstate.addVrack(ovh, "pn-1");
        ovh.document("/dedicated/server/" + DedicatedEstate.name(2) + "/specifications/hardware")
                .putNull("defaultHardwareRaidType")
                .putNull("processorArchitecture")
                .putNull("memorySize");
        account = new ServiceAccount(DedicatedProvider::new, ovh.serve());
    }

    @AfterEach
    void stop() {
        account.server().close();
    }

    @Test
    void ourOvhIsAsOvhDescribesItself() throws Exception {
        account.isAsDescribed(
                ovh,
                3,
                Map.ofEntries(
                        entry(SERVER, "powerState"),
                        entry(SERVER + "/specifications/hardware", "bootMode"),
                        entry(SERVER + "/install/hardwareRaidProfile", "controllers"),
                        entry(SERVER + "/serviceInfos", "expiration"),
                        entry("/ip/203.0.0.1%2F32", "routedTo"),
                        entry("/vrack/pn-1", "name"),
                        entry("/vrack/pn-1/dedicatedServerInterfaceDetails", "dedicatedServer")));
    }

    @Test
    void aValueThatIsNotDescribedIsNoticed() throws Exception {
        ovh.document(SERVER).put("powerState", "asleep");
        assertEquals(3, account.read(account.server().url()).size());
        try (PrismServer prism = account.prism()) {
            ProviderException failure = assertThrows(ProviderException.class, () -> account.read(prism.url()));
            assertTrue(failure.getMessage().contains("VIOLATIONS"), failure.getMessage());
        }
    }

    @Test
    void actionsAreAskedForAndAnsweredAsDescribed() throws Exception {
        answerOrders();
        Map<String, Map<String, Object>> actions = Map.of(
                "reboot", Map.of(),
                "install", installation(),
                "reverse-dns", Map.of("reverse", "shop.example.org"),
                "rename", Map.of("name", "till 1"));
        try (PrismServer prism = account.prism()) {
            for (Map.Entry<String, Map<String, Object>> action : actions.entrySet()) {
                account.perform(prism.url(), request(action.getKey(), action.getValue()));
            }
        }
    }

    /** The one false alarm: OVHcloud describes an address as of version 4 where it takes version 6 too. */
    @Test
    void aNameForAnAddressOfVersion6IsAFalseAlarm() throws Exception {
        answerOrders();
        Map<String, Object> name = Map.of("reverse", "shop.example.org", "ip", "2001:db8:1::5");
        account.perform(account.server().url(), request("reverse-dns", name));
        try (PrismServer prism = account.prism()) {
            ProviderException failure = assertThrows(
                    ProviderException.class, () -> account.perform(prism.url(), request("reverse-dns", name)));
            assertTrue(failure.getMessage().contains("answered 422"), failure.getMessage());
        }
    }

    /** The examples of the document, which are always the same. */
    @Test
    void whatPrismAnswersByItselfIsRead() throws Exception {
        try (PrismServer mock = PrismServer.mock(ServiceAccount.DOCUMENT)) {
            Map<String, ResourceData> read = account.read(mock.url());
            assertEquals(Set.of("bare_metal string", "vlan_segment string"), read.keySet());
            ResourceData machine = read.get("bare_metal string");
            assertEquals("error", machine.state());
            assertEquals(List.of("192.168.0.1"), machine.ipAddresses());
            assertEquals(List.of("00:00:5e:00:53:01"), machine.macAddresses());
            assertEquals(List.of("192.0.2.0/24"), machine.properties().get("ip_blocks"));
            assertEquals("legacy", machine.properties().get("boot_mode"));
        }
    }

    private void answerOrders() {
        ovh.put(SERVER + "/ips", "['203.0.0.1/32', '2001:db8:1::/64']");
        ovh.put(SERVER + "/task/77", FakeOvh.sample("task").put("status", "done"));
        ovh.on(
                "POST " + SERVER + "/reboot",
                body -> Reply.of(FakeOvh.sample("task").toString()));
        ovh.put(SERVER + "/install/compatibleTemplates", "{'ovh': ['debian12_64'], 'personal': null}");
        ovh.put(SERVER + "/install/compatibleTemplatePartitionSchemes", "['default', 'large']");
        ovh.put(
                SERVER + "/install/status",
                "{'elapsedTime': 9, 'progress': [{'comment': 'disks', 'error': null, 'status': 'doing'}]}");
        ovh.on(
                "POST " + SERVER + "/reinstall",
                body -> Reply.of(FakeOvh.sample("order").toString()));
        ovh.on("POST /ip/203.0.0.1%2F32/reverse", body -> Reply.of(body.toString()));
        ovh.on("POST /ip/2001%3Adb8%3A1%3A%3A%2F64/reverse", body -> Reply.of(body.toString()));
        ovh.on("PUT /services/70001", body -> Reply.of("null"));
    }

    private static Map<String, Object> installation() {
        return Map.of(
                "template", "debian12_64",
                "hostname", "shop-1",
                "ssh_key", "ssh-ed25519 AAAA",
                "post_install_script", "true",
                "disk_group", 1L,
                "hardware_raid", "auto",
                "partition_schemes", List.of("2=default", "raid=large"));
    }

    private static ActionRequest request(String action, Map<String, Object> parameters) {
        return Targets.request(action, DedicatedEstate.name(1), "bare_metal", parameters);
    }
}
