package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.http.FakeHttpServer.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import provider.ovh.CloudEstate;
import provider.ovh.DedicatedEstate;
import provider.ovh.FakeOvh;
import provider.vcenter.VcsimAdmin;

/** What is done to outside systems, over HTTP by the running product, is so there, and what they refuse is told. */
class CloudActionsIT {
    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        product = new Product(folder.resolve("home"));
        product.start(Map.of());
    }

    @AfterAll
    static void end() {
        product.close();
    }

    @Test
    void aws() throws Exception {
        try (AwsSystem aws = new AwsSystem(folder)) {
            MotoAccount account = new MotoAccount(aws.url());
            List<String> machines = account.run(2);
            String kept = machines.get(0);
            String ended = machines.get(1);
            String group = account.group("workers", 3);
            Operator operator = Operator.of(product, aws);
            assertEquals(
                    List.of("start", "stop", "reboot", "terminate", "set-tag", "remove-tag"), operator.offered(kept));
            assertEquals(List.of("desired-capacity"), operator.offered("workers"));

            assertEquals(kept + " is stopped.", operator.done(kept, "stop", Map.of()));
            assertEquals("stopped", account.state(kept));
            operator.awaits(kept, "state", "stopped");
            assertEquals(kept + " is running.", operator.done(kept, "start", Map.of()));
            assertEquals("running", account.state(kept));
            operator.done(kept, "reboot", Map.of());
            operator.done(kept, "set-tag", Map.of("key", "team", "value", "blue"));
            assertEquals(List.of("blue"), account.tags(kept));
            operator.done(kept, "remove-tag", Map.of("key", "team"));
            assertEquals(List.of(), account.tags(kept));

            account.protect(kept);
            String why = operator.refused(kept, "terminate", Map.of());
            assertTrue(why.contains("Modify its 'disableApiTermination' instance attribute"), why);
            assertEquals("running", account.state(kept));
            assertEquals(ended + " is terminated.", operator.done(ended, "terminate", Map.of()));
            assertEquals("terminated", account.state(ended));
            scaling(operator, account, group);
        }
    }

    /** The id of a group holds colons and a slash: both ways of writing it that reach the product, and its name, stand for it. */
    private static void scaling(Operator operator, MotoAccount account, String group)
            throws IOException, InterruptedException {
        List<String> words = List.of(group, group.replace(":", "%3A"), "workers");
        for (int size = 1; size <= words.size(); size++) {
            operator.doneBelow("asg/" + words.get(size - 1) + "/desired-capacity/", Map.of("size", size));
            assertEquals(size, account.desired());
        }
        assertEquals(400, operator.status("asg/" + group.replace("/", "%2F") + "/"));
        assertEquals(
                "workers may have 0 to 3 instances, not 4. Change the limits of the group first.",
                operator.refused("workers", "desired-capacity", Map.of("size", 4)));
        assertEquals(3, account.desired());
    }

    @Test
    void vcenter() throws Exception {
        try (VcenterSystem vcenter = new VcenterSystem(folder)) {
            Operator operator = Operator.of(product, vcenter);
            VcsimAdmin admin = vcenter.admin();
            String machine = "DC0_H0_VM0";
            String id = operator.resource(machine).get("ems_ref").asText();
            assertEquals(
                    List.of("power-on", "power-off", "reset", "shutdown-guest", "reboot-guest", "snapshot"),
                    operator.offered(machine));

            assertEquals(id + " is powered off.", operator.done(machine, "power-off", Map.of()));
            operator.awaits(machine, "state", "stopped");
            String why = operator.refused(machine, "power-off", Map.of());
            assertTrue(why.endsWith("the machine is switched off, which does not allow it."), why);
            operator.doneBelow("vm/" + id + "/power-on/", Map.of());
            operator.awaits(machine, "state", "running");
            assertEquals(id + " was reset.", operator.done(machine, "reset", Map.of()));
            operator.done(machine, "snapshot", Map.of("name", "before-7.2"));
            assertEquals(List.of("before-7.2"), admin.snapshots(id));

            why = operator.refused(machine, "reboot-guest", Map.of());
            assertTrue(why.contains("VMware Tools do not run in the machine"), why);
            admin.runTools(id);
            operator.done(machine, "reboot-guest", Map.of());
            operator.done(machine, "shutdown-guest", Map.of());
            operator.awaits(machine, "state", "stopped");
        }
    }

    @Test
    void alicloud() throws Exception {
        try (AlicloudSystem alicloud = new AlicloudSystem()) {
            Operator operator = Operator.of(product, alicloud);
            assertEquals(List.of("start", "stop", "reboot", "rename"), operator.offered("i-bp0"));
            String why = operator.refused("i-bp0", "start", Map.of());
            assertTrue(why.contains("The instance is not in a state that allows it"), why);
            assertEquals("i-bp0 is Stopped.", operator.done("i-bp0", "stop", Map.of()));
            operator.awaits("i-bp0", "state", "stopped");
            assertEquals("i-bp0 is Running.", operator.done("i-bp0", "start", Map.of()));
            operator.awaits("i-bp0", "state", "running");
            assertEquals("i-bp0 is Running.", operator.done("i-bp0", "reboot", Map.of()));
            operator.doneBelow("ecs/i-bp0/rename/", Map.of("name", "till"));
            operator.awaits("i-bp0", "name", "till");
        }
    }

    @Test
    void ovhDedicated() throws Exception {
        try (OvhSystem ovh = OvhSystem.dedicated()) {
            String server = DedicatedEstate.name(1);
            AtomicReference<JsonNode> reverse = new AtomicReference<>();
            ovh.fake()
                    .on(
                            "POST /ip/203.0.0.1%2F32/reverse",
                            body -> {
                                reverse.set(body);
                                return Reply.of(body.toString());
                            });
            ovh.fake().on("PUT /services/70001", body -> {
                ovh.fake()
                        .document("/dedicated/server/" + server)
                        .withObject("/iam")
                        .set("displayName", body.path("displayName"));
                return Reply.of("null");
            });
            Operator operator = Operator.of(product, ovh);
            assertEquals(List.of("reboot", "install", "reverse-dns", "rename"), operator.offered(server));
            operator.done(server, "reverse-dns", Map.of("reverse", "web-1.example.org"));
            assertEquals(FakeOvh.json("{'ipReverse': '203.0.0.1', 'reverse': 'web-1.example.org.'}"), reverse.get());
            assertEquals(
                    "reverse: 'web-1' is no full host name, such as web-1.example.org.",
                    operator.refused(server, "reverse-dns", Map.of("reverse", "web-1")));
            operator.doneBelow("server/shop-1/rename/", Map.of("name", "till"));
            operator.awaits(server, "name", "till");
        }
    }

    @Test
    void ovhCloud() throws Exception {
        try (OvhSystem ovh = OvhSystem.cloud()) {
            String instance = CloudEstate.id("p1", 0, "GRA11");
            String path = CloudEstate.path("p1") + "/instance/" + instance;
            ovh.fake().on("PUT " + path, body -> {
                ovh.fake().document(path).set("name", body.path("instanceName"));
                return Reply.of("null");
            });
            ovh.fake().on("POST " + path + "/stop", body -> {
                ovh.fake().document(path).put("status", "SHUTOFF");
                return Reply.of("null");
            });
            Operator operator = Operator.of(product, ovh);
            assertEquals(List.of("soft-reboot", "hard-reboot", "start", "stop", "rename"), operator.offered(instance));
            operator.done(instance, "rename", Map.of("name", "till"));
            operator.awaits(instance, "name", "till");
            assertEquals("The instance is SHUTOFF.", operator.doneBelow("instance/" + instance + "/stop/", Map.of()));
            operator.awaits(instance, "state", "stopped");
        }
    }

    @Test
    void leaseweb() throws Exception {
        try (LeasewebSystem leaseweb = new LeasewebSystem()) {
            Operator operator = Operator.of(product, leaseweb);
            operator.done("100000", "power-off", Map.of());
            operator.awaits("100000", "state", "stopped");
            operator.doneBelow("server/100000/set-reference/", Map.of("reference", "till"));
            operator.awaits("100000", "name", "till");
            assertEquals(
                    "No job runs on server 100000, so there is nothing to cancel.",
                    operator.refused("100000", "cancel-job", Map.of()));
        }
    }
}
