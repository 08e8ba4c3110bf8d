package inventory.api.taxonomy;

import java.util.UUID;

/** What a vendor's own word for a kind of thing means in the taxonomy. Empty texts mean: not known. */
public record VendorTypeMapping(
        UUID id,
        String vendor,
        String vendorResourceType,
        UUID resourceType,
        String resourceTypeSlug,
        String ansibleCollection,
        String ansibleModule,
        String queryFileRef) {}
