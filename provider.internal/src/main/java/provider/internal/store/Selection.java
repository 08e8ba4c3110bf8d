package provider.internal.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import provider.internal.machine.Fact;

/**
 * Which machines are wanted.
 *
 * @param providers of these only
 * @param equal facts that must be so
 * @param tags each {@code KEY} or {@code KEY=VALUE}; all must be there
 * @param search part of the name, an address or a reverse name, whatever the case; empty: any
 */
public record Selection(Set<UUID> providers, Map<Fact, String> equal, List<String> tags, String search) {
    private static final List<Fact> SEARCHED = List.of(
            Fact.NAME,
            Fact.PRIVATE_IP,
            Fact.PUBLIC_IP,
            Fact.PRIVATE_MAC,
            Fact.PUBLIC_MAC,
            Fact.PRIVATE_REVERSE,
            Fact.PUBLIC_REVERSE);

    /** All machines of these providers. */
    public static Selection of(Set<UUID> providers) {
        return new Selection(providers, Map.of(), List.of(), "");
    }

    record Condition(String sql, List<Object> values) {}

    Condition condition() {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>(providers);
        parts.add("provider_id IN (" + String.join(", ", Collections.nCopies(providers.size(), "?")) + ")");
        equal.forEach((fact, value) -> {
            parts.add(fact.key() + " = ?");
            values.add(fact.isNumber() ? (Object) Long.valueOf(value) : value);
        });
        for (String tag : tags) {
            int sign = tag.indexOf('=');
            parts.add("id IN (SELECT machine_id FROM internal_machine_tag WHERE tag_key = ?"
                    + (sign < 0 ? ")" : " AND tag_value = ?)"));
            values.add(sign < 0 ? tag : tag.substring(0, sign));
            if (sign >= 0) {
                values.add(tag.substring(sign + 1));
            }
        }
        if (!search.isEmpty()) {
            List<String> any = SEARCHED.stream()
                    .map(fact -> "LOWER(" + fact.key() + ") LIKE LOWER(?) ESCAPE '!'")
                    .toList();
            parts.add("(" + String.join(" OR ", any) + ")");
            values.addAll(Collections.nCopies(any.size(), "%" + search.replaceAll("[!%_]", "!$0") + "%"));
        }
        return new Condition(String.join(" AND ", parts), values);
    }
}
