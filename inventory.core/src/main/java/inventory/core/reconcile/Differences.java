package inventory.core.reconcile;

import java.util.LinkedHashMap;
import java.util.Map;

/** What differs between two contents, in canonical form. */
public final class Differences {
    private Differences() {}

    /** @return field → {from, to}; empty if nothing differs */
    public static Map<String, Object> between(Map<String, Object> before, Map<String, Object> now) {
        Map<String, Object> differences = new LinkedHashMap<>();
        now.forEach((field, value) -> {
            Object old = before.get(field);
            if (!JsonText.same(old, value)) {
                Map<String, Object> difference = new LinkedHashMap<>();
                difference.put("from", old);
                difference.put("to", value);
                differences.put(field, difference);
            }
        });
        return differences;
    }
}
