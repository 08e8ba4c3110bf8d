package bndrun.peers;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a plugin reads, and what goes wrong there as told. */
interface Faulty extends AutoCloseable {
    /** Key of the plugin. */
    String key();

    /** What a provider record must say to read it: {@code endpoint} and {@code connection_config}. */
    Map<String, Object> record();

    /** What the record says while this goes wrong. */
    default Map<String, Object> record(Mishap mishap) {
        return record();
    }

    /** Slugs of the types to read, where a few are enough; all if empty. */
    default List<String> types() {
        return List.of();
    }

    /** Sees to it that there is something to read for this provider record. */
    default void fill(String provider) throws IOException {
        // most have something from the beginning
    }

    /** Why these mishaps cannot happen to it. */
    Map<Mishap, String> never();

    /** Whether it is read in one part, so that nothing is left when this goes wrong. */
    boolean leavesNothing(Mishap mishap);

    /** From now on this goes wrong, and nothing else. */
    void breaks(Mishap mishap) throws IOException;

    /** All is well again. */
    void heals() throws IOException;

    @Override
    void close();
}
