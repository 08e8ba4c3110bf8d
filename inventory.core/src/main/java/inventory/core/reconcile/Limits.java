package inventory.core.reconcile;

import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What the columns take. A record beyond them is unfit; nothing is cut, since a cut fact is a wrong one. */
final class Limits {
    /** An index entry of PostgreSQL holds 2,704 bytes, of which the other columns need some. */
    private static final int MOST_INDEXED_BYTES = 2600;

    private static final int LONGEST_KEY = 128;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Limits() {}

    /** The reference comes first: without it nothing can be said about a record. */
    static void checkRef(String ref) {
        if (ref.isBlank()) {
            throw new UnfitException("ems_ref is empty");
        }
        if (!Utf8.fit(ref).equals(ref)) {
            throw new UnfitException("ems_ref holds characters that cannot be stored");
        }
        indexed("ems_ref", ref);
    }

    static void check(ResourceData data) {
        indexed("name", data.name());
        indexed("canonical_id", data.canonicalId());
        text("vendor_type", data.vendorType(), 256);
        text("power_state", data.powerState(), 32);
        text("region", data.region(), 128);
        text("availability_zone", data.availabilityZone(), 128);
        text("cloud_tenant", data.cloudTenant(), 256);
        text("flavor", data.flavor(), 256);
        text("fqdn", data.fqdn(), 1024);
        text("os_type", data.osType(), 64);
        text("os_name", data.osName(), 256);
        text("ansible_host", data.ansibleHost(), 1024);
        text("ansible_connection", data.ansibleConnection(), 64);
        text("inventory_group", data.inventoryGroup(), 512);
        time("boot_time", data.bootTime());
        time("ems_created_on", data.emsCreatedOn());
        for (String key : data.properties().keySet()) {
            text("a key of properties", key, LONGEST_KEY);
        }
        for (Relation relation : data.relationships()) {
            if (relation.target().isBlank()) {
                throw new UnfitException("the target of a relationship is empty");
            }
            indexed("the target of a relationship", relation.target());
        }
    }

    private static void text(String field, String value, int longest) {
        if (value.length() > longest) {
            throw new UnfitException(field + " is longer than " + longest + " characters: " + value.length());
        }
    }

    private static void indexed(String field, String value) {
        text(field, value, 1024);
        if (value.length() * 3 > MOST_INDEXED_BYTES
                && value.getBytes(StandardCharsets.UTF_8).length > MOST_INDEXED_BYTES) {
            throw new UnfitException(field + " is longer than " + MOST_INDEXED_BYTES + " bytes");
        }
    }

    private static void time(String field, Optional<Instant> value) {
        if (value.isPresent() && (value.get().isBefore(EARLIEST) || value.get().isAfter(LATEST))) {
            throw new UnfitException(field + " lies outside the years 1 to 9999");
        }
    }
}
