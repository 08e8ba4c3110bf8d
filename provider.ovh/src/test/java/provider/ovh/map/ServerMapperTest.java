package provider.ovh.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.resource.ResourceData;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerMapperTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aServerBecomesAMachine() throws Exception {
        ResourceData machine = ServerMapper.resource(recorded("server.json"), facts());
        assertEquals("ns3000002.ip-203-0-113.eu", machine.emsRef());
        assertEquals("bare_metal", machine.resourceTypeSlug());
        assertEquals("ns3000002.ip-203-0-113.eu", machine.fqdn());
        assertEquals("urn:v1:eu:resource:dedicatedServer:ns3000002.ip-203-0-113.eu", machine.canonicalId());
        assertEquals("running", machine.state());
        assertEquals("eu-west-gra", machine.region());
        assertEquals("eu-west-gra-a", machine.availabilityZone());
        assertEquals("ADV-1", machine.flavor());
        assertEquals("linux", machine.osType());
        assertEquals(Optional.of(8), machine.cpuCount());
        assertEquals(Optional.of(65_536L), machine.memoryMb());
        assertEquals(Optional.of(1_920L), machine.diskGb());
        assertEquals(List.of("203.0.0.2", "198.51.100.9"), machine.ipAddresses());
        assertEquals(List.of("a4:bf:01:00:00:02"), machine.macAddresses());
        assertEquals(Map.of("AZ", "sbg3", "REGION", "sbg", "SHORT_AZ", "3"), machine.providerTags());
        assertEquals(Optional.of(Instant.parse("2025-05-06T00:00:00Z")), machine.emsCreatedOn());
    }

    @Test
    void whatElseIsKnownAreProperties() throws Exception {
        Map<String, Object> properties =
                ServerMapper.resource(recorded("server.json"), facts()).properties();
        assertEquals("sbg3", properties.get("datacenter"));
        assertEquals(1_000L, properties.get("link_speed_mbps"));
        assertEquals(true, properties.get("monitoring"));
        assertEquals("Synthetic 8c/16t", properties.get("processor"));
        assertEquals(List.of("2001:db8::/64"), properties.get("ip_blocks"));
        assertEquals("2026-12-01", properties.get("expiration"));
        assertEquals(true, properties.get("renew_automatically"));
        assertEquals(
                List.of(Map.of("group", 1, "number", 2, "size_gb", 960L, "type", "NVME", "raid_controller", "")),
                properties.get("disk_groups"));
        assertEquals(
                List.of(Map.of("model", "9361", "type", "mega", "disks", List.of("c0:d0", "c0:d1"))),
                properties.get("raid_controllers"));
    }

    @ParameterizedTest
    @CsvSource({
        "ok, poweron, running",
        "ok, poweroff, stopped",
        "error, poweron, error",
        "hacked, poweron, suspended",
        "hackedBlocked, poweroff, suspended",
        "new, poweron, unknown"
    })
    void stateIsThatOfServerAndPower(String state, String power, String expected) throws Exception {
        ObjectNode server = recorded("server.json");
        server.put("state", state).put("powerState", power);
        ServerFacts nothing =
                new ServerFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        assertEquals(expected, ServerMapper.resource(server, nothing).state());
    }

    @ParameterizedTest
    @CsvSource({"gra3, gra, 3", "GRA11, gra, 11", "rbx-hz, rbx-hz, ''", "EU-WEST-PAR, eu-west-par, ''", "gra04, gra, 04"
    })
    void aLocationIsCutInTwo(String code, String region, String number) {
        Location location = Location.of(code);
        assertEquals(region, location.region());
        assertEquals(number, location.number());
    }

    private static ServerFacts facts() throws Exception {
        return new ServerFacts(
                Optional.of(recorded("hardware.json")),
                json("['A4:BF:01:00:00:02']"),
                json("{'controllers': [{'model': '9361', 'type': 'mega', 'disks': [{'names': ['c0:d0', 'c0:d1']}]}]}"),
                json(
                        "{'serviceId': 7, 'creation': '2025-05-06', 'expiration': '2026-12-01', 'renew': {'automatic': true}}"),
                List.of("203.0.0.2/32", "198.51.100.9/32", "2001:db8::/64"));
    }

    private static Optional<JsonNode> json(String text) throws Exception {
        return Optional.of(JSON.readTree(text.replace('\'', '"')));
    }

    private static ObjectNode recorded(String file) throws Exception {
        try (InputStream in = ServerMapperTest.class.getResourceAsStream("/provider/ovh/" + file)) {
            return (ObjectNode) JSON.readTree(in);
        }
    }
}
