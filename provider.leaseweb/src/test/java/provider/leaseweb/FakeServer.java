package provider.leaseweb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A server of the made-up account, which can be turned on and off, installed, and booted from the network. */
final class FakeServer {
    static final ObjectMapper JSON = new ObjectMapper();

    final String id;
    final List<JsonNode> leases = new ArrayList<>();
    final List<ObjectNode> jobs = new ArrayList<>();
    boolean on = true;
    /** How its jobs end. */
    String end = "FINISHED";
    /** Whether its remote control answers. */
    boolean reachable = true;
    /** Whether its power obeys. */
    boolean stuck;
    /** How many more looks at its jobs fail. */
    int brokenLooks;

    private final int number;
    private String reference;

    FakeServer(int number) {
        this.number = number;
        this.id = String.valueOf(100_000 + number);
        this.reference = "host-" + number;
        ObjectNode old = job("install", "UBUNTU_22_04_64BIT");
        old.put("isRunning", false).put("status", "FINISHED").put("updatedAt", "2025-01-09T10:38:12+0000");
        ((ObjectNode) old.get("progress")).put("percentage", 100);
    }

    void reference(String text) {
        reference = text;
    }

    /** As in the list: without what it is made of. */
    ObjectNode brief() {
        ObjectNode server = parse("""
                {"id": "%1$s", "assetId": "6%1$s", "serialNumber": "SYN%1$s",
                 "contract": {"customerId": "1000000001", "deliveryStatus": "ACTIVE", "id": "7%1$s", "salesOrgId": "2000"},
                 "featureAvailability": {"automation": true, "ipmiReboot": true, "powerCycle": true, "privateNetwork": true,
                   "remoteManagement": true},
                 "location": {"rack": "R%2$02d", "site": "AMS-01", "suite": "A6", "unit": "%2$d"},
                 "networkInterfaces": {
                   "public": {"mac": "AA:BB:00:00:00:%2$02X", "ip": "203.0.113.%2$d", "gateway": "203.0.113.62",
                     "locationId": null, "nullRouted": false, "ports": [{"name": "SW-1", "port": "%2$d"}]},
                   "internal": {"mac": "AA:BB:00:01:00:%2$02X", "ip": null, "gateway": null, "locationId": null, "nullRouted": null,
                     "ports": []},
                   "remoteManagement": {"mac": "AA:BB:00:10:00:%2$02X", "ip": "10.0.0.%2$d", "gateway": "10.0.0.254",
                     "locationId": null, "nullRouted": false, "ports": []}},
                 "rack": {"type": "SHARED"}, "powerPorts": [{"name": "PDU-1", "port": "%2$d"}],
                 "privateNetworks": [{"id": "%3$d", "linkSpeed": 1000, "status": "CONFIGURED", "subnet": "10.1.0.0/24",
                   "vlanId": "200%3$d"}]}
                """.formatted(id, number + 1, number % 2 + 1));
        ((ObjectNode) server.get("contract")).put("reference", reference);
        return server;
    }

    ObjectNode full() {
        ObjectNode server = brief().put("isPrivateNetworkEnabled", true).put("isPrivateNetworkCapable", true);
        ObjectNode contract = (ObjectNode) server.get("contract");
        contract.setAll(parse("""
                {"status": "ACTIVE", "startsAt": "2024-08-01T00:00:00Z", "endsAt": null, "sla": "Platinum", "contractTerm": 12,
                 "contractType": "NORMAL", "billingCycle": 1, "billingFrequency": "MONTH", "pricePerFrequency": "99.00",
                 "currency": "EUR", "softwareLicenses": [{"name": "Plesk Web Admin", "price": 5, "currency": "EUR",
                 "type": "CONTROL_PANEL"}], "managedServices": [], "subnets": []}
                """));
        server.set("specs", parse("""
                {"brand": "Dell", "chassis": "Dell R210 II", "cpu": {"quantity": 2, "type": "Intel Xeon E3-1220"},
                 "hardwareRaidCapable": true, "hdd": [{"amount": 2, "id": "SSD480", "performanceType": null, "size": 480,
                 "type": "SATA", "unit": "GB"}], "pciCards": [{"description": "2x10GE UTP card"}], "ram": {"size": 64, "unit": "GB"}}
                """));
        return server;
    }

    ArrayNode ips() {
        return (ArrayNode) parse("""
                {"ips": [
                 {"ddos": {"detectionProfile": "STANDARD_DEFAULT", "protectionType": "STANDARD"}, "floatingIp": false,
                  "gateway": "10.0.0.254", "ip": "10.0.0.%1$d/24", "mainIp": false, "networkType": "REMOTE_MANAGEMENT",
                  "nullRouted": false, "reverseLookup": "", "version": 4},
                 {"ddos": {"detectionProfile": "STANDARD_DEFAULT", "protectionType": "STANDARD"}, "floatingIp": false,
                  "gateway": "2001:db8::1", "ip": "2001:db8::%1$d/112", "mainIp": false, "networkType": "PUBLIC",
                  "nullRouted": false, "reverseLookup": "", "version": 6},
                 {"ddos": {"detectionProfile": "STANDARD_DEFAULT", "protectionType": "STANDARD"}, "floatingIp": false,
                  "gateway": "203.0.113.62", "ip": "203.0.113.%1$d/26", "mainIp": true, "networkType": "PUBLIC",
                  "nullRouted": false, "reverseLookup": "host-%1$d.example", "version": 4}]}
                """.formatted(number + 1)).get("ips");
    }

    /** Begins a job. */
    ObjectNode job(String type, String system) {
        ObjectNode job = parse("""
                {"uuid": "%s", "serverId": "%s", "type": "%s", "status": "ACTIVE", "isRunning": true, "node": "80:18", "flow": "#stop",
                 "createdAt": "202%d-01-09T09:18:06+0000", "updatedAt": "2026-01-09T10:38:12+0000",
                 "payload": {"jobType": "install", "operatingSystemId": "%s", "serverId": "%2$s",
                   "os": {"name": "Ubuntu 22.04 LTS", "family": "ubuntu", "type": "linux", "version": "22.04", "architecture": "64bit"}},
                 "progress": {"percentage": 0, "total": 2, "finished": 0, "pending": 1, "inprogress": 1, "failed": 0, "canceled": 0,
                   "expired": 0, "waiting": 0},
                 "tasks": [{"uuid": "t-1", "description": "partition the disks", "flow": "tasks", "onError": "break", "status": "ACTIVE",
                   "errorMessage": null, "statusTimestamps": {}}]}
                """.formatted(new UUID(number, jobs.size() + 1), id, type, 5 + jobs.size(), system));
        jobs.add(job);
        return job;
    }

    Optional<ObjectNode> running() {
        return jobs.stream().filter(job -> job.get("isRunning").asBoolean()).findFirst();
    }

    /** A look at a job finds it half-way, and then at its end. */
    static ObjectNode seen(ObjectNode job, String end) {
        if (job.get("isRunning").asBoolean()) {
            int percent = job.get("progress").get("percentage").asInt() + 50;
            ((ObjectNode) job.get("progress")).put("percentage", percent);
            if (percent > 100) {
                job.put("isRunning", false).put("status", end);
                ObjectNode task = (ObjectNode) job.get("tasks").get(0);
                task.put("status", end).put("errorMessage", end.equals("FINISHED") ? null : "no disk was found");
            }
        }
        return job;
    }

    static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
