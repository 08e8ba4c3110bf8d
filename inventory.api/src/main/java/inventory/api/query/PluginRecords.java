package inventory.api.query;

import inventory.api.ForbiddenException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.resource.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The provider records of one plugin, as far as a caller sees them: for what a bundle keeps beside each of them.
 *
 * @param vendor of the plugin
 * @param providerType of the plugin
 */
public record PluginRecords(Inventory inventory, String vendor, String providerType) {
    /** @return the ids of all that the caller reads */
    public List<UUID> readable(Caller caller) {
        Query query = Query.all().with("vendor", vendor).with("provider_type", providerType);
        List<UUID> ids = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            Page<Provider> found = inventory.list(caller, Listings.PROVIDERS, query.page(page, Query.MAX_PAGE_SIZE));
            found.results().forEach(provider -> ids.add(provider.id()));
            more = found.hasNext();
        }
        return ids;
    }

    /** @throws NotFoundException there is none of this plugin, or not for this caller */
    public Provider readable(Caller caller, UUID id) {
        String key = vendor + ":" + providerType;
        try {
            Provider provider = inventory.get(caller, Listings.PROVIDERS, id.toString());
            if (provider.pluginKey().equals(key)) {
                return provider;
            }
        } catch (NotFoundException none) {
            // told as one of another plugin
        }
        throw new NotFoundException("There is no provider " + id + " of " + key + ".");
    }

    /**
     * @throws NotFoundException as above
     * @throws ForbiddenException the caller reads it, no more
     */
    public Provider writable(Caller caller, UUID id) {
        Provider provider = readable(caller, id);
        if (!caller.writes(provider.organization())) {
            throw new ForbiddenException("Only admins of organization " + provider.organization() + " may do this.");
        }
        return provider;
    }
}
