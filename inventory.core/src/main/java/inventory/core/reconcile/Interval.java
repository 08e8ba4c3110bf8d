package inventory.core.reconcile;

import java.time.Instant;

/**
 * The open interval of a resource: what was seen at the reading {@code firstReading} of its lane and at every one since.
 *
 * @param version number of the interval, from 1
 * @param seenBefore number of sightings before it
 * @param seenAt when it was last seen before the first of its readings, or when it began
 */
public record Interval(int version, long firstReading, Instant beganAt, long seenBefore, Instant seenAt) {
    /** What begins when a resource is seen for the first time. */
    public static Interval first(long reading, Instant at) {
        return new Interval(1, reading, at, 0, at);
    }

    /** @return how many of the lane's first {@code readings} readings are in it */
    public long sightings(long readings) {
        return Math.max(0, readings - firstReading + 1);
    }

    /** @return what begins when another content, or the same in another lane, is seen after {@code readings} readings */
    public Interval followedBy(long readings, long reading, Instant at) {
        return new Interval(versionAfter(readings), reading, at, seenBefore + sightings(readings), at);
    }

    /** @return what is open when the reading after {@code readings} readings, the last of them at {@code readAt}, missed it */
    public Interval missedAfter(long readings, Instant readAt, Instant at) {
        Instant lastSeen = sightings(readings) > 0 ? readAt : seenAt;
        return new Interval(versionAfter(readings), readings + 2, at, seenBefore + sightings(readings), lastSeen);
    }

    /** An interval without a sighting leaves nothing behind, so its number is used again. */
    private int versionAfter(long readings) {
        return sightings(readings) > 0 ? version + 1 : version;
    }
}
