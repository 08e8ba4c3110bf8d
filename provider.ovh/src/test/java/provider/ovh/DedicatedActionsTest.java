package provider.ovh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.FailureKind;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DedicatedActionsTest {
    private static final String SERVER = "/dedicated/server/" + DedicatedEstate.name(1);
    private static final String TEMPLATES = SERVER + "/install/compatibleTemplates";

    private final FakeOvh ovh = DedicatedEstate.fill(new FakeOvh(), 2);
    private final RecordingProgress progress = new RecordingProgress();
    private final AtomicInteger orders = new AtomicInteger();
    private FakeHttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = ovh.serve();
        ovh.put(TEMPLATES, "{'ovh': ['debian12_64', 'win2022'], 'personal': null}");
        ovh.put(SERVER + "/install/compatibleTemplatePartitionSchemes", "['default', 'mirror', 'large']");
        ovh.on("POST " + SERVER + "/reboot", body -> task("hardReboot", List.of("todo", "doing", "done")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Each look finds the task one step further. */
    private Reply task(String function, List<String> states) {
        orders.incrementAndGet();
        ovh.put(
                SERVER + "/task/77",
                FakeOvh.json("{'taskId': 77, 'function': '%s', 'status': '%s', 'comment': 'disk 1 is broken'}"
                        .formatted(function, states.get(0))));
        AtomicInteger looks = new AtomicInteger();
        ovh.whenRead(
                SERVER + "/task/77",
                task -> ((ObjectNode) task)
                        .put("status", states.get(Math.min(looks.getAndIncrement(), states.size() - 1))));
        return Reply.of(ovh.document(SERVER + "/task/77").toString());
    }

    @Test
    void aRebootIsFollowedToItsEnd() throws Exception {
        ActionResult result = perform("reboot", Map.of());
        assertEquals("OVHcloud rebooted the server.", result.message());
        assertEquals(Map.of("task_id", 77L), result.details());
        assertEquals(
                List.of("5 OVHcloud began task 77 (hardReboot)", "10 Task 77 is todo", "50 Task 77 is doing"),
                progress.steps());
        assertEquals(
                List.of(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10)), progress.pauses());
        assertFalse(progress.unsettled());
        assertEquals(1, orders.get());
    }

    @ParameterizedTest
    @CsvSource({"cancelled", "customerError", "ovhError"})
    void aTaskThatEndsBadlyIsAFailure(String status) {
        ovh.on("POST " + SERVER + "/reboot", body -> task("hardReboot", List.of("doing", status)));
        ProviderException failure = assertThrows(ProviderException.class, () -> perform("reboot", Map.of()));
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertEquals(
                "OVHcloud ended the task 77 (hardReboot) as " + status + ": disk 1 is broken.", failure.getMessage());
        assertFalse(progress.unsettled());
    }

    @Test
    void aRefusalIsToldInTheWordsOfThePlatform() {
        ovh.on("POST " + SERVER + "/reboot", body -> FakeOvh.error(409, "CONFLICT", "A task is already running"));
        ProviderException failure = assertThrows(ProviderException.class, () -> perform("reboot", Map.of()));
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertTrue(failure.getMessage().contains("A task is already running"), failure.getMessage());
    }

    @Test
    void aThrottleLeavesEverythingAsItWas() {
        ovh.on("POST " + SERVER + "/reboot", body -> FakeOvh.error(429, "TOO_MANY", "slow down"));
        assertEquals(
                FailureKind.THROTTLED,
                assertThrows(ProviderException.class, () -> perform("reboot", Map.of()))
                        .kind());
        assertEquals(0, orders.get());
    }

    @Test
    void aFailureInTheMidstLeavesTheOutcomeOpen() {
        ovh.on("POST " + SERVER + "/reboot", body -> new Reply(502, "<html>Bad gateway</html>"));
        ProviderException failure = assertThrows(ProviderException.class, () -> perform("reboot", Map.of()));
        assertEquals(FailureKind.TIMEOUT, failure.kind());
        assertTrue(failure.getMessage().contains("look before you repeat it"), failure.getMessage());
        assertTrue(progress.unsettled());
    }

    @Test
    void anAnswerThatIsCutLeavesTheOutcomeOpen() throws Exception {
        try (ProviderConnection connection = new DedicatedProvider().connect(server.context())) {
            server.breaksWith(Fault.CUT_BODY);
            ProviderException failure = assertThrows(
                    ProviderException.class,
                    () -> ((ResourceActions) connection).perform(request("reboot", Map.of(), false), progress));
            assertEquals(FailureKind.UNREACHABLE, failure.kind());
            assertTrue(progress.unsettled());
            assertEquals(1, orders.get(), "sent once");
        }
    }

    @Test
    void aLookThatFailsIsMadeAgain() throws Exception {
        ovh.on("POST " + SERVER + "/reboot", body -> task("hardReboot", List.of("done")));
        AtomicInteger looks = new AtomicInteger();
        ovh.whenRead(SERVER + "/task/77", task -> {
            if (looks.incrementAndGet() < 3) {
                ((ObjectNode) task).put("refused", 429);
            } else {
                ((ObjectNode) task).put("status", "done").remove("refused");
            }
        });
        ovh.on("POST " + SERVER + "/reboot", body -> {
            ovh.put(SERVER + "/task/77", "{'taskId': 77, 'function': 'hardReboot', 'status': 'todo'}");
            return Reply.of("{\"taskId\": 77, \"function\": \"hardReboot\"}");
        });
        assertEquals(
                "OVHcloud rebooted the server.", perform("reboot", Map.of()).message());
        assertEquals(3, progress.pauses().size());
    }

    @Test
    void anInstallationIsOrderedAndFollowed() throws Exception {
        StringBuilder ordered = new StringBuilder();
        ovh.put(
                SERVER + "/install/status",
                "{'elapsedTime': 9, 'progress': [{'status': 'done'}, {'status': 'doing'}, {'status': 'todo'}, {'status': 'todo'}]}");
        ovh.on("POST " + SERVER + "/reinstall", body -> {
            ordered.append(body);
            return task("reinstallServer", List.of("doing", "done"));
        });
        perform(
                "install",
                Map.of(
                        "template", "debian12_64",
                        "hostname", "shop-1",
                        "ssh_key", "ssh-ed25519 AAAA",
                        "hardware_raid", "auto",
                        "partition_schemes", List.of("2=mirror", "raid=large")));
        assertEquals(
                "{'operatingSystem':'debian12_64','customizations':{'hostname':'shop-1','sshKey':'ssh-ed25519 AAAA'},'storage':[{'diskGroupId':1,'hardwareRaid':[{'raidLevel':1}],'partitioning':{'schemeName':'large'}}]}",
                ordered.toString().replace('"', '\''));
        assertEquals(
                List.of(
                        "0 Checking what can be installed",
                        "5 OVHcloud began task 77 (reinstallServer)",
                        "31 Task 77 is doing"),
                progress.steps());
    }

    @Test
    void withoutAControllerTheSchemeIsThatOfTheNumberOfDisks() throws Exception {
        assertEquals(
                "Would erase the server and install debian12_64 with [{partitioning={schemeName=mirror}}].",
                dryRun(2, Map.of("hardware_raid", "auto", "partition_schemes", List.of("1=default", "2=mirror"))));
        assertEquals(
                "Would erase the server and install debian12_64 with its own partitions.",
                dryRun(2, Map.of("hardware_raid", "none")));
        assertEquals(
                "Would erase the server and install debian12_64 with [{diskGroupId=1, hardwareRaid=[{raidLevel=5}]}].",
                dryRun(1, Map.of("hardware_raid", "5")));
        assertEquals(0, orders.get());
    }

    private String dryRun(int number, Map<String, Object> parameters) throws Exception {
        String name = DedicatedEstate.name(number);
        ovh.put("/dedicated/server/" + name + "/install/compatibleTemplates", "{'ovh': ['debian12_64']}");
        ovh.put(
                "/dedicated/server/" + name + "/install/compatibleTemplatePartitionSchemes",
                "['default', 'mirror', 'large']");
        Map<String, Object> all = new TreeMap<>(parameters);
        all.put("template", "debian12_64");
        ActionRequest request = new ActionRequest("install", Targets.resource(name, "bare_metal", Map.of()), all, true);
        try (ProviderConnection connection = new DedicatedProvider().connect(server.context())) {
            return ((ResourceActions) connection).perform(request, progress).message();
        }
    }

    @Test
    void whatCannotBeInstalledIsRefusedBeforeAnythingIsChanged() {
        assertEquals(
                "template: 'beos' cannot be installed on this server; there are debian12_64, win2022.",
                refused("install", Map.of("template", "beos")));
        assertEquals(
                "partition_scheme: 'odd' is none of this template; there are default, mirror, large.",
                refused("install", Map.of("template", "win2022", "partition_scheme", "odd")));
        assertEquals(
                "disk_group: the server has no disk group 4.",
                refused("install", Map.of("template", "win2022", "disk_group", 4L)));
        assertFalse(ovh.asked().stream().anyMatch(one -> one.startsWith("POST")));
    }

    @Test
    void reverseDnsIsSetOnTheEncodedBlock() throws Exception {
        Map<String, String> names = new TreeMap<>();
        String v6 = "2001:db8:1::5";
        ovh.put(SERVER + "/ips", "['203.0.0.1/32', '2001:db8:1::/64']");
        for (String block : List.of("203.0.0.1%2F32", "2001%3Adb8%3A1%3A%3A%2F64")) {
            ovh.on("POST /ip/" + block + "/reverse", body -> {
                names.put(body.path("ipReverse").asText(), body.path("reverse").asText());
                return Reply.of(body.toString());
            });
        }
        perform("reverse-dns", Map.of("reverse", "shop.example.org"));
        perform("reverse-dns", Map.of("reverse", "shop6.example.org.", "ip", v6));
        assertEquals(Map.of("203.0.0.1", "shop.example.org.", v6, "shop6.example.org."), names);
    }

    @Test
    void aForeignAddressAndAWrongNameAreRefused() {
        assertEquals(
                "ip: '198.51.100.1' is none of the addresses of the server.",
                refused("reverse-dns", Map.of("reverse", "a.example.org", "ip", "198.51.100.1")));
        assertEquals(
                "ip: 'localhost' is none of the addresses of the server.",
                refused("reverse-dns", Map.of("reverse", "a.example.org", "ip", "localhost")));
        assertEquals(
                "reverse: 'shop' is no full host name, such as web-1.example.org.",
                refused("reverse-dns", Map.of("reverse", "shop")));
    }

    @Test
    void aNameBelongsToTheService() throws Exception {
        StringBuilder name = new StringBuilder();
        ovh.on("PUT /services/70001", body -> {
            name.append(body.path("displayName").asText());
            return Reply.of("null");
        });
        perform("rename", Map.of("name", "till 1"));
        assertEquals("till 1", name.toString());
        assertFalse(progress.unsettled());
    }

    private String refused(String action, Map<String, Object> parameters) {
        ProviderException failure = assertThrows(ProviderException.class, () -> perform(action, parameters));
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertFalse(progress.unsettled());
        return failure.getMessage();
    }

    private ActionResult perform(String action, Map<String, Object> parameters) throws Exception {
        try (ProviderConnection connection = new DedicatedProvider().connect(server.context())) {
            return ((ResourceActions) connection).perform(request(action, parameters, false), progress);
        }
    }

    private static ActionRequest request(String action, Map<String, Object> parameters, boolean dryRun) {
        return new ActionRequest(
                action, Targets.resource(DedicatedEstate.name(1), "bare_metal", Map.of()), parameters, dryRun);
    }
}
