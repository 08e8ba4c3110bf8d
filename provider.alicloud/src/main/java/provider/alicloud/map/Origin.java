package provider.alicloud.map;

import inventory.api.resource.ResourceData;

/** Where a thing was read, and what all things from there have in common. */
public record Origin(String account, String region) {
    /** Starts an observation; a missing id is an empty reference, which the core quarantines with its reason. */
    ResourceData.Builder describe(String id, String resourceType, String vendorType) {
        String reference = id == null ? "" : id;
        return ResourceData.of(reference, resourceType)
                .name(reference)
                .canonicalId(reference)
                .vendorType(vendorType)
                .vendorIdentifier("account_id", account)
                .cloudTenant(account)
                .region(region);
    }
}
