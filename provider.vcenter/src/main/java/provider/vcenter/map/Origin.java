package provider.vcenter.map;

import inventory.api.resource.ResourceData;

/**
 * Where things were read, and what all things from there have in common.
 *
 * @param instance uuid of the vCenter, or of the one host; ids are unique only within it
 */
public record Origin(String instance, Tree tree) {

    /** Where a host has the uuid of its hardware. */
    public static final String HOST_UUID = "summary.hardware.uuid";

    /** Empty if it does not tell. */
    public static String hostUuid(VimObject host) {
        String uuid = host.text(HOST_UUID);
        return uuid == null ? "" : uuid;
    }

    /** Starts an observation. */
    ResourceData.Builder describe(VimObject one, String resourceType, String vendorType) {
        String folder = tree.folder(one.id("parent"));
        return ResourceData.of(one.id(), resourceType)
                .name(one.name())
                .vendorType(vendorType)
                .vendorIdentifier("moid", one.id())
                .vendorIdentifier("vsphere_type", one.type())
                .property("vsphere_type", one.type())
                .property("folder", folder.isEmpty() ? null : folder)
                .region(tree.datacenter(one.id("parent")));
    }

    /** @param kind {@code cluster}, {@code respool}, {@code datastore}, {@code network} or {@code switch} */
    String canonicalId(String kind, VimObject one) {
        return "vsphere:" + kind + ":" + instance + ":" + one.id();
    }
}
