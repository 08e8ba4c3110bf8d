package provider.internal.store;

import java.util.Optional;
import provider.internal.machine.Machine;

/** A machine that is to be stored; {@code before} is empty for a new one. */
public record Edit(Optional<Machine> before, Machine after) {
    boolean isNew() {
        return before.isEmpty();
    }
}
