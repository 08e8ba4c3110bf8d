package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionResult;
import inventory.api.provider.ProviderException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.regex.Pattern;
import provider.ovh.client.OvhClient;

/** Sets the name that an address of a server resolves to. */
record ReverseDns(OvhClient client, Following following) {
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}\\.?$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z][A-Za-z0-9-]*\\.?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    ActionResult set(String server, Map<String, Object> parameters) throws ProviderException, InterruptedException {
        String name = parameters.get("reverse").toString().strip();
        if (!NAME.matcher(name).matches()) {
            throw Following.refused("reverse: '" + name + "' is no full host name, such as web-1.example.org.");
        }
        String address = parameters.containsKey("ip")
                ? parameters.get("ip").toString().strip()
                : client.get(server).path("ip").asText("");
        String block = block(server, address);
        String full = name.endsWith(".") ? name : name + ".";
        following.change(
                "POST", "/ip/" + OvhClient.segment(block) + "/reverse", Map.of("ipReverse", address, "reverse", full));
        return ActionResult.of(address + " resolves to " + full);
    }

    /** The block of the server that the address is in. */
    private String block(String server, String address) throws ProviderException, InterruptedException {
        for (JsonNode block : client.get(server + "/ips")) {
            if (contains(block.asText(""), address)) {
                return block.asText();
            }
        }
        throw Following.refused("ip: '" + address + "' is none of the addresses of the server.");
    }

    private static boolean contains(String block, String address) {
        String[] parts = block.split("/", 2);
        byte[] first = bytes(parts[0]);
        byte[] asked = bytes(address);
        if (first.length == 0 || first.length != asked.length) {
            return false;
        }
        int bits = parts.length < 2 ? first.length * 8 : Integer.parseInt(parts[1]);
        int free = first.length * 8 - bits;
        return new BigInteger(1, first).shiftRight(free).equals(new BigInteger(1, asked).shiftRight(free));
    }

    /** Of an address; none of anything else, so that no name is ever looked up. */
    private static byte[] bytes(String address) {
        try {
            return ADDRESS.matcher(address).matches()
                    ? InetAddress.getByName(address).getAddress()
                    : new byte[0];
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
