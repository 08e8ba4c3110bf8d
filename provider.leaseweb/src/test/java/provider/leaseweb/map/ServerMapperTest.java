package provider.leaseweb.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
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
    void aServerBecomesAMachineOfMetal() throws Exception {
        ResourceData server = ServerMapper.resource(new ServerFacts(
                json("""
                        {"id": "100002", "assetId": "600002", "serialNumber": "SYN2",
                         "contract": {"customerId": "1000000001", "id": "700002", "reference": "web-2", "status": "ACTIVE",
                           "startsAt": "2017-08-01T00:00:00Z", "endsAt": null, "sla": "Platinum",
                           "softwareLicenses": [{"name": "Plesk", "type": "CONTROL_PANEL"}, {"name": "Windows", "type": "OPERATING_SYSTEM"}]},
                         "location": {"site": "WDC-02", "suite": "A6", "rack": "R02", "unit": "3"},
                         "networkInterfaces": {
                           "public": {"mac": "AA-BB-00-00-00-02", "ip": "203.0.113.2", "gateway": "203.0.113.62"},
                           "internal": {"mac": null, "ip": null},
                           "remoteManagement": {"mac": "AABB.0010.0002", "ip": "10.0.0.2/24"}},
                         "privateNetworks": [{"id": "892", "vlanId": "2130", "subnet": "10.1.0.0/16"}],
                         "specs": {"chassis": "Dell R210", "cpu": {"quantity": 2, "type": "Xeon"}, "ram": {"size": 64, "unit": "GB"},
                           "hdd": [{"amount": 2, "size": 480, "unit": "GB"}, {"amount": 1, "size": 1.92, "unit": "TB"}]}}
                        """),
                List.of(json("""
                                {"ip": "10.0.0.2/24", "networkType": "REMOTE_MANAGEMENT", "version": 4, "mainIp": false}
                                """), json("""
                                {"ip": "2001:db8::2/112", "networkType": "PUBLIC", "version": 6, "mainIp": false}
                                """), json("""
                                {"ip": "203.0.113.2/26", "networkType": "PUBLIC", "version": 4, "mainIp": true, "reverseLookup": "web.example"}
                                """)),
                List.of(),
                Optional.of(json("{\"ipmi\": {\"status\": \"off\"}, \"pdu\": {\"status\": \"on\"}}"))));
        assertEquals("100002", server.emsRef());
        assertEquals("bare_metal", server.resourceTypeSlug());
        assertEquals("web-2", server.name());
        assertEquals("stopped", server.state());
        assertEquals("off", server.powerState());
        assertEquals("WDC-02", server.region());
        assertEquals("1000000001", server.cloudTenant());
        assertEquals("Dell R210", server.flavor());
        assertEquals(Optional.of(65_536L), server.memoryMb());
        assertEquals(Optional.of(2_682L), server.diskGb());
        assertEquals(Optional.empty(), server.cpuCount());
        assertEquals(List.of("203.0.113.2", "2001:db8::2"), server.ipAddresses());
        assertEquals("203.0.113.2", server.ansibleHost());
        assertEquals("web.example", server.fqdn());
        assertEquals(List.of("aa:bb:00:00:00:02"), server.macAddresses());
        assertEquals(
                List.of(new Relation("private-network/892", RelationshipType.CONNECTED_TO)), server.relationships());
        Map<String, Object> properties = server.properties();
        assertEquals("10.0.0.2", properties.get("remote_management_ip"));
        assertEquals("aa:bb:00:10:00:02", properties.get("remote_management_mac"));
        assertEquals(List.of("Plesk"), properties.get("control_panels"));
        assertEquals(Instant.parse("2017-08-01T00:00:00Z"), properties.get("contract_starts_at"));
        assertEquals(3, ((List<?>) properties.get("ips")).size());
        assertEquals(2L, properties.get("cpu_sockets"));
    }

    @Test
    void ofJobsTheLastInstallationAndTheRunningOneCount() throws Exception {
        ResourceData server = ServerMapper.resource(new ServerFacts(
                json("{\"id\": \"1\"}"),
                List.of(),
                List.of(
                        install("2024-01-01T00:00:00+0000", "FINISHED", "DEBIAN_11_64BIT", false),
                        install("2025-01-01T00:00:00+00:00", "FINISHED", "DEBIAN_12_64BIT", false),
                        install("2025-06-01T00:00:00Z", "FAILED", "WINDOWS", false),
                        install("2026-01-01T00:00:00Z", "ACTIVE", "UBUNTU_24_04_64BIT", true)),
                Optional.of(json("{\"ipmi\": {\"status\": \"on\"}}"))));
        assertEquals("provisioning", server.state());
        assertEquals("Name of DEBIAN_12_64BIT", server.osName());
        assertEquals("linux", server.osType());
        assertEquals("DEBIAN_12_64BIT", server.properties().get("operating_system_id"));
        assertEquals(Instant.parse("2025-01-01T01:00:00Z"), server.properties().get("installed_at"));
        assertEquals("job-of-UBUNTU_24_04_64BIT", server.properties().get("job_id"));
        assertEquals(Map.of("job_percent", 40L), server.metrics());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"ipmi\": {\"status\": \"on\"}, \"pdu\": {\"status\": \"on\"}}', running",
        "'{\"ipmi\": {\"status\": \"on\"}, \"pdu\": {\"status\": \"off\"}}', stopped",
        "'{\"ipmi\": {\"status\": \"off\"}, \"pdu\": {\"status\": \"on\"}}', stopped",
        "'{\"ipmi\": {\"status\": \"unknown\"}, \"pdu\": {\"status\": \"on\"}}', unknown",
        "'{\"pdu\": {\"status\": \"on\"}}', running",
        "'{\"ipmi\": {\"status\": null}, \"pdu\": {\"status\": \"OFF\"}}', stopped",
        "'{}', unknown"
    })
    void powerIsWhatTheRemoteControlSaysUnlessTheOutletIsDead(String info, String state) throws Exception {
        assertEquals(state, Power.of(json(info)).state().slug());
    }

    @Test
    void aServerOfWhichLittleIsSaidHasNoInventedFacts() throws Exception {
        ResourceData server =
                ServerMapper.resource(new ServerFacts(json("{\"id\": \"1\"}"), List.of(), List.of(), Optional.empty()));
        assertEquals("unknown", server.state());
        assertEquals("", server.name());
        assertEquals(Map.of(), server.properties());
        assertEquals(Optional.empty(), server.diskGb());
    }

    @Test
    void aNetworkOfSeveralServersIsOne() throws Exception {
        JsonNode server = json("""
                {"id": "1", "privateNetworks": [{"id": "892", "vlanId": "2130", "subnet": "10.1.0.0/16"}, {"status": "none"}]}
                """);
        List<ResourceData> networks =
                List.copyOf(PrivateNetworkMapper.resources(List.of(server, server, json("{\"id\": \"2\"}"))));
        assertEquals(1, networks.size());
        assertEquals("private-network/892", networks.get(0).emsRef());
        assertEquals("vlan_segment", networks.get(0).resourceTypeSlug());
        assertEquals(
                Map.of("vlan", "2130", "subnet", "10.1.0.0/16"), networks.get(0).properties());
    }

    private static JsonNode install(String begin, String status, String system, boolean running) throws Exception {
        return json("""
                {"uuid": "job-of-%3$s", "type": "install", "status": "%2$s", "isRunning": %4$s, "createdAt": "%1$s",
                 "updatedAt": "2025-01-01T02:00:00+0100", "progress": {"percentage": 40},
                 "payload": {"operatingSystemId": "%3$s", "os": {"name": "Name of %3$s", "type": "Linux"}}}
                """.formatted(begin, status, system, running));
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }
}
