package inventory.core.store.query;

import inventory.api.query.Field;

/** How SQL gets at a field. */
sealed interface Column {
    /** @return the SQL, for the joins it needs */
    String text();

    /**
     * One value per row.
     *
     * @param text an expression
     * @param kind of what it gives
     * @param optional whether it may be NULL
     */
    record Plain(String text, Field.Kind kind, boolean optional) implements Column {}

    /**
     * Many values per row, in rows of another table; one that fits is enough.
     *
     * @param from the other table
     * @param link how its rows belong to ours
     * @param value an expression over its row
     */
    record Many(String from, String link, String value) implements Column {
        @Override
        public String text() {
            return link;
        }
    }

    /** A JSON list of texts. */
    record Texts(String text) implements Column {}

    /** A JSON object. */
    record Members(String text) implements Column {}

    /** What the platform says in a JSON object together with the tags that people put on the resource. */
    record Tags(String text, String resource) implements Column {}

    /** {@code false} while the time is NULL, {@code true} once it is set; {@code any} fits both. */
    record Gone(String text) implements Column {}

    /** The id of a sighting, see {@link Sightings}. */
    record SightingId(String run, String resource) implements Column {
        @Override
        public String text() {
            return run;
        }
    }
}
