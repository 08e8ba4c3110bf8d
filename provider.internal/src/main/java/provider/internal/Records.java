package provider.internal;

import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.api.resource.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import provider.internal.machine.Machine;

/** The provider records that machines belong to, as far as a caller sees them. */
record Records(Inventory inventory) {
    private static final String KEY = "internal:internal";

    List<UUID> readable(Caller caller) {
        Query query = Query.all().with("vendor", "internal").with("provider_type", "internal");
        List<UUID> ids = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            Page<Provider> found = inventory.list(caller, Listings.PROVIDERS, query.page(page, Query.MAX_PAGE_SIZE));
            found.results().forEach(provider -> ids.add(provider.id()));
            more = found.hasNext();
        }
        return ids;
    }

    /** @throws InvalidInputException there is none of this kind, or not for this caller */
    Provider readable(Caller caller, UUID id) {
        try {
            Provider provider = inventory.get(caller, Listings.PROVIDERS, id.toString());
            if (provider.pluginKey().equals(KEY)) {
                return provider;
            }
        } catch (NotFoundException none) {
            // told as one of another kind
        }
        throw InvalidInputException.of("provider", "There is no provider " + id + " of " + KEY + ".");
    }

    /** @throws ForbiddenException the caller reads it, no more */
    Provider writable(Caller caller, UUID id) {
        Provider provider = readable(caller, id);
        if (!caller.writes(provider.organization())) {
            throw new ForbiddenException("Only admins of organization " + provider.organization() + " may do this.");
        }
        return provider;
    }

    /** @throws NotFoundException the machine is not for this caller */
    void requireReadable(Caller caller, Machine machine) {
        try {
            readable(caller, machine.provider());
        } catch (InvalidInputException hidden) {
            throw new NotFoundException("There is no machine " + machine.id() + ".");
        }
    }
}
