package inventory.api.provider;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part of an outside system that can be read, and can fail, alone: an account × a region × a type, a datacenter, a folder.
 * The core never takes anything as gone unless the scope it was last seen in was read to its end.
 *
 * @param id names the scope to people and recognises it in later runs, so it must be stable and unique within the provider:
 *     {@code 123456789012/eu-west-1/virtual_machine}; 1 to 512 characters
 * @param resourceTypes slugs of the types that a complete reading of this scope lists; not empty. What is yielded with another
 *     type is quarantined.
 */
public record Scope(String id, Set<String> resourceTypes) {
    public Scope {
        Objects.requireNonNull(id);
        resourceTypes = Set.copyOf(resourceTypes);
        if (id.isBlank() || id.length() > 512 || resourceTypes.isEmpty()) {
            throw new IllegalArgumentException(
                    "A scope needs an id of 1 to 512 characters and at least one type: " + id);
        }
    }

    /** A scope of these types. */
    public static Scope of(String id, String... resourceTypes) {
        return new Scope(id, new TreeSet<>(Set.of(resourceTypes)));
    }
}
