package provider.ovh;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Servers, their addresses and vRacks in a fake. */
public final class DedicatedEstate {
    private DedicatedEstate() {}

    /** @return the name of the server with this number */
    public static String name(int number) {
        return "ns%d.ip-203-0-113.eu".formatted(3_000_000 + number);
    }

    /** Adds this many servers; the first has a RAID controller and a second address. */
    public static FakeOvh fill(FakeOvh fake, int servers) {
        fake.put("/ip", "[]").put("/vrack", "[]").put("/dedicated/server", "[]");
        for (int number = 1; number <= servers; number++) {
            add(fake, number);
        }
        if (servers > 0) {
            String first = "/dedicated/server/" + name(1);
            ((ObjectNode) fake.document(first + "/specifications/hardware")
                            .path("diskGroups")
                            .get(0))
                    .put("raidController", "MegaRAID 9361");
            fake.put(first + "/install/hardwareRaidProfile", FakeOvh.sample("raid"));
            address(fake, "2001:db8:1::/64", 1);
        }
        return fake;
    }

    private static void add(FakeOvh fake, int number) {
        String path = "/dedicated/server/" + name(number);
        String ip = "203.0." + number / 250 + "." + number % 250;
        ObjectNode server = FakeOvh.recorded("server.json");
        server.put("name", name(number))
                .put("serverId", 1000 + number)
                .put("ip", ip)
                .put("rootDevice", "/dev/sda");
        server.withObject("/iam")
                .put("displayName", "shop-" + number)
                .put("urn", "urn:v1:eu:resource:dedicatedServer:" + name(number));
        fake.add("/dedicated/server", name(number), server);
        fake.put(path + "/specifications/hardware", FakeOvh.recorded("hardware.json"));
        fake.put(
                path + "/networkInterfaceController", "['A4:BF:01:00:%02X:%02X']".formatted(number >> 8, number & 255));
        fake.put(
                path + "/serviceInfos",
                FakeOvh.sample("service").put("serviceId", 70_000 + number).put("domain", name(number)));
        fake.put(path + "/ips", "['" + ip + "/32']");
        address(fake, ip + "/32", number);
    }

    private static void address(FakeOvh fake, String block, int server) {
        ObjectNode address = FakeOvh.sample("address").put("ip", block).put("version", block.contains(":") ? 6 : 4);
        address.withObject("/routedTo").put("serviceName", name(server));
        fake.add("/ip", block, address);
    }

    /** Adds a vRack: the first server is in it as a whole, the second by an interface. */
    public static void addVrack(FakeOvh fake, String id) {
        fake.add("/vrack", id, FakeOvh.sample("vrack").put("serviceName", id));
        fake.put("/vrack/" + id + "/dedicatedServer", "['" + name(1) + "']");
        ObjectNode second = FakeOvh.sample("interface").put("dedicatedServer", name(2));
        fake.put(
                "/vrack/" + id + "/dedicatedServerInterfaceDetails",
                JsonNodeFactory.instance.arrayNode().add(second));
    }
}
