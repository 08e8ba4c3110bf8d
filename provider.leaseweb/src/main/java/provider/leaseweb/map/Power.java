package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.taxonomy.ResourceState;
import java.util.Locale;

/**
 * Whether a server is on: its remote control knows; where it has none, its power outlet.
 *
 * @param status LeaseWeb's word, in lower case; empty if unknown
 */
public record Power(String status) {
    /** What is said of it; may be absent. */
    public static Power of(JsonNode info) {
        String ipmi = word(info.path("ipmi"));
        String pdu = word(info.path("pdu"));
        return new Power(pdu.equals("off") || ipmi.isEmpty() ? pdu : ipmi);
    }

    private static String word(JsonNode source) {
        return source.path("status").asText("").toLowerCase(Locale.ROOT);
    }

    ResourceState state() {
        return switch (status) {
            case "on" -> ResourceState.RUNNING;
            case "off" -> ResourceState.STOPPED;
            default -> ResourceState.UNKNOWN;
        };
    }
}
