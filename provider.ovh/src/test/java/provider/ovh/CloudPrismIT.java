package provider.ovh;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.action.ActionRequest;
import inventory.api.action.Targets;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.http.PrismServer;
import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ovh:cloud}, and our own Public Cloud too, against what OVHcloud says of it. No false alarm is known. */
class CloudPrismIT {
    private static final String PROJECT = CloudEstate.path("p1");
    private static final String ID = CloudEstate.id("p1", 0, "GRA11");
    private static final String INSTANCE = PROJECT + "/instance/" + ID;

    private final FakeOvh ovh = CloudEstate.addProject(new FakeOvh(), "p1", 2);
    private ServiceAccount account;

    @BeforeEach
    void start() throws Exception {
        ovh.batchesNothing();
        account = new ServiceAccount(CloudProvider::new, ovh.serve());
    }

    @AfterEach
    void stop() {
        account.server().close();
    }

    @Test
    void ourPublicCloudIsAsOvhDescribesIt() throws Exception {
        account.isAsDescribed(
                ovh,
                4 + 2 + 2,
                Map.ofEntries(
                        entry(PROJECT, "description"),
                        entry(PROJECT + "/region/GRA11", "services"),
                        entry(PROJECT + "/instance", "flavorId"),
                        entry(PROJECT + "/flavor", "vcpus"),
                        entry(PROJECT + "/image", "name"),
                        entry(PROJECT + "/volume", "attachedTo"),
                        entry(PROJECT + "/network/private", "vlanId")));
    }

    @Test
    void actionsAreAskedForAndAnsweredAsDescribed() throws Exception {
        become("/reboot", "ACTIVE");
        become("/start", "ACTIVE");
        become("/stop", "SHUTOFF");
        ovh.on("PUT " + INSTANCE, body -> {
            ovh.document(INSTANCE).set("name", body.path("instanceName"));
            return Reply.of("null");
        });
        try (PrismServer prism = account.prism()) {
            for (String action : new String[] {"soft-reboot", "hard-reboot", "stop", "start"}) {
                account.perform(prism.url(), request(action, Map.of()));
            }
            account.perform(prism.url(), request("rename", Map.of("name", "till")));
            assertEquals(
                    "till",
                    account.read(prism.url()).get("virtual_machine " + ID).name());
        }
    }

    private void become(String order, String status) {
        ovh.on("POST " + INSTANCE + order, body -> {
            ovh.document(INSTANCE).put("status", status);
            return Reply.of("null");
        });
    }

    /** The examples of the document, which are always the same. */
    @Test
    void whatPrismAnswersByItselfIsRead() throws Exception {
        try (PrismServer mock = PrismServer.mock(ServiceAccount.DOCUMENT)) {
            Map<String, ResourceData> read = account.read(mock.url());
            assertEquals(
                    Set.of("virtual_machine string", "block_storage string", "vlan_segment string"), read.keySet());
            ResourceData instance = read.get("virtual_machine string");
            assertEquals("running", instance.state());
            assertEquals(Optional.of(0), instance.cpuCount());
            assertEquals(Optional.of(Instant.parse("2019-08-24T14:15:22Z")), instance.emsCreatedOn());
            assertEquals("active", read.get("block_storage string").state());
            assertEquals("active", read.get("vlan_segment string").state());
        }
    }

    private static ActionRequest request(String action, Map<String, Object> parameters) {
        return new ActionRequest(
                action, Targets.resource(ID, "virtual_machine", Map.of("project_id", "p1")), parameters, false);
    }
}
