package inventory.core.query;

import inventory.api.query.Field;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a field is compared with a value. */
public enum Lookup {
    EXACT,
    IEXACT,
    CONTAINS,
    ICONTAINS,
    STARTSWITH,
    ISTARTSWITH,
    ENDSWITH,
    IENDSWITH,
    GT,
    GTE,
    LT,
    LTE,
    /** One of several values, divided by commas. */
    IN,
    /** Whether there is no value: absent, or an empty text or list. */
    ISNULL;

    private static final Set<Lookup> PARTS =
            EnumSet.of(CONTAINS, ICONTAINS, STARTSWITH, ISTARTSWITH, ENDSWITH, IENDSWITH, IEXACT);
    private static final Set<Lookup> SIZES = EnumSet.of(GT, GTE, LT, LTE);

    /** @return the form in a parameter, such as {@code icontains} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the look-up with this slug, exact; empty if there is none */
    public static Optional<Lookup> of(String slug) {
        for (Lookup lookup : values()) {
            if (lookup.slug().equals(slug)) {
                return Optional.of(lookup);
            }
        }
        return Optional.empty();
    }

    /** @return the look-ups that make sense for fields of this kind, in the order of the documentation */
    public static Set<Lookup> of(Field.Kind kind) {
        Set<Lookup> lookups = EnumSet.of(EXACT, IN, ISNULL);
        switch (kind) {
            case TEXT, OBJECT -> {
                lookups.addAll(PARTS);
                lookups.addAll(SIZES);
            }
            case ENUM, LIST -> lookups.addAll(PARTS);
            case INTEGER, INSTANT -> lookups.addAll(SIZES);
            case UUID, BOOLEAN -> {}
        }
        return lookups;
    }

    /** @return whether upper and lower case are the same */
    public boolean ignoresCase() {
        return this == IEXACT || this == ICONTAINS || this == ISTARTSWITH || this == IENDSWITH;
    }

    /** @return whether it asks for less or more */
    public boolean compares() {
        return SIZES.contains(this);
    }

    /** @return whether the value must be a whole value of the field, not a part of one */
    boolean wantsWholeValue() {
        return this == EXACT || this == IN || compares();
    }
}
