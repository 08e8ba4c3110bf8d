package provider.internal;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.PluginRecords;
import inventory.api.resource.Provider;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import provider.internal.machine.Machine;

/** The provider records that machines belong to; a machine names its own, so a wrong one is a wrong field. */
record Records(PluginRecords records) {
    static Records of(Inventory inventory) {
        return new Records(new PluginRecords(inventory, "internal", "internal"));
    }

    List<UUID> readable(Caller caller) {
        return records.readable(caller);
    }

    /** @throws InvalidInputException there is none of this kind, or not for this caller */
    Provider readable(Caller caller, UUID id) {
        return named(() -> records.readable(caller, id));
    }

    /** @throws InvalidInputException as above */
    Provider writable(Caller caller, UUID id) {
        return named(() -> records.writable(caller, id));
    }

    /** @throws NotFoundException the machine is not for this caller */
    void requireReadable(Caller caller, Machine machine) {
        try {
            records.readable(caller, machine.provider());
        } catch (NotFoundException hidden) {
            throw new NotFoundException("There is no machine " + machine.id() + ".");
        }
    }

    private static Provider named(Supplier<Provider> record) {
        try {
            return record.get();
        } catch (NotFoundException none) {
            throw InvalidInputException.of("provider", none.getMessage());
        }
    }
}
