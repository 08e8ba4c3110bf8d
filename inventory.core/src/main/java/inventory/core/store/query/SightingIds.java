package inventory.core.store.query;

import inventory.core.store.dialect.Sql;
import java.util.Locale;
import java.util.UUID;

/**
 * Sightings are not stored, so their ids are made: the first half is that of the run (its time), the second that of the resource (its
 * random part), marked as version 8. So a sighting can be found again by its id alone.
 */
final class SightingIds {
    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_7 = 0x7000L;
    private static final long FIRST = 0x8000000000000000L;
    private static final long LAST = 0xBFFFFFFFFFFFFFFFL;

    private SightingIds() {}

    static UUID of(UUID resource, UUID run) {
        return new UUID((run.getMostSignificantBits() & ~VERSION_MASK) | VERSION_8, resource.getLeastSignificantBits());
    }

    /** Whether a row with this run and this resource is the sighting with this id. */
    static Sql condition(String run, String resource, UUID id) {
        long time = (id.getMostSignificantBits() & ~VERSION_MASK) | VERSION_7;
        String random = id.toString().substring(18).toLowerCase(Locale.ROOT);
        return Sql.of(
                "(" + run + " BETWEEN ? AND ? AND CAST(" + resource + " AS VARCHAR(36)) LIKE ?)",
                new UUID(time, FIRST),
                new UUID(time, LAST),
                "%" + random);
    }
}
