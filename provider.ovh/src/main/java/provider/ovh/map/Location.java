package provider.ovh.map;

import inventory.api.resource.ResourceData;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code of a location, cut in two: {@code gra3} is number 3 in {@code gra}, {@code GRA11} number 11.
 *
 * @param number empty if the code has none, as {@code eu-west-par}
 */
record Location(String code, String region, String number) {
    private static final Pattern PARTS = Pattern.compile("([a-z-]*)([0-9]+)");

    static Location of(String code) {
        String small = code.toLowerCase(Locale.ROOT);
        Matcher parts = PARTS.matcher(small);
        return parts.matches() ? new Location(small, parts.group(1), parts.group(2)) : new Location(small, small, "");
    }

    /** Tags by which machines of all providers can be chosen alike. */
    void tag(ResourceData.Builder resource) {
        put(resource, "AZ", code);
        put(resource, "REGION", region);
        put(resource, "SHORT_AZ", number);
    }

    private static void put(ResourceData.Builder resource, String tag, String value) {
        if (!value.isEmpty()) {
            resource.providerTag(tag, value);
        }
    }
}
