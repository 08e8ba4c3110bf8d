package inventory.api.identity;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;

/**
 * Who asks. Every service call takes one, and the store narrows what it reads and writes to what this caller may see.
 *
 * @param userId id of the user; 0 for the product itself
 * @param username shown in audit and journals
 * @param superuser may do everything, everywhere
 * @param auditor may read everything, everywhere
 * @param readable ids of the organizations whose data this caller reads
 * @param writable ids of the organizations whose data this caller writes
 */
public record Caller(
        long userId, String username, boolean superuser, boolean auditor, Set<Long> readable, Set<Long> writable)
        implements Principal {
    /** The product itself: schedules, recovery, publishing. Never given to a person. */
    public static final Caller SYSTEM = new Caller(0, "system", true, true, Set.of(), Set.of());

    public Caller {
        Objects.requireNonNull(username);
        readable = Set.copyOf(readable);
        writable = Set.copyOf(writable);
    }

    /** @return the user name, so that a caller can be the principal of a request */
    @Override
    public String getName() {
        return username;
    }

    /** @return whether this caller reads the data of every organization */
    public boolean readsAll() {
        return superuser || auditor;
    }

    /** @return whether this caller reads the data of this organization */
    public boolean reads(long organization) {
        return readsAll() || readable.contains(organization) || writable.contains(organization);
    }

    /** @return whether this caller writes the data of this organization */
    public boolean writes(long organization) {
        return superuser || writable.contains(organization);
    }
}
