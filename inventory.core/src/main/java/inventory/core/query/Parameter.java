package inventory.core.query;

import inventory.api.query.Field;
import inventory.api.query.Listing;
import inventory.api.query.Shorthand;
import java.util.Optional;

/**
 * What the name of a filter means.
 *
 * @param key which member of an object; empty for all other fields
 * @param negated behind {@code not__}
 * @param alternative behind {@code or__}
 */
record Parameter(Field field, String key, Lookup lookup, boolean negated, boolean alternative) {
    private static final String OR = "or__";
    private static final String NOT = "not__";

    /** @return the meaning; empty if the listing knows no such field or look-up */
    static Optional<Parameter> of(Listing<?> listing, String name) {
        boolean alternative = name.startsWith(OR);
        String behindOr = alternative ? name.substring(OR.length()) : name;
        boolean negated = behindOr.startsWith(NOT);
        String plain = negated ? behindOr.substring(NOT.length()) : behindOr;
        return whole(listing, plain)
                .or(() -> withLookup(listing, plain))
                .map(found -> new Parameter(found.field, found.key, found.lookup, negated, alternative));
    }

    private static Optional<Parameter> whole(Listing<?> listing, String name) {
        return listing.field(name)
                .filter(field -> field.kind() != Field.Kind.OBJECT)
                .map(field -> plain(field, Lookup.EXACT))
                .or(() -> shorthand(listing, name).map(found -> plain(found.field(), found.lookup())));
    }

    private static Optional<Parameter> withLookup(Listing<?> listing, String name) {
        int cut = name.lastIndexOf("__");
        Optional<Lookup> lookup = cut < 0 ? Optional.empty() : Lookup.of(name.substring(cut + 2));
        String front = lookup.isPresent() ? name.substring(0, cut) : name;
        Optional<Parameter> member = member(listing, front, lookup.orElse(Lookup.EXACT));
        return member.isPresent()
                ? member
                : lookup.flatMap(found -> field(listing, front).map(f -> plain(f, found)));
    }

    /** A field by its name or by a shorthand that is just another name. */
    private static Optional<Field> field(Listing<?> listing, String name) {
        return listing.field(name)
                .filter(field -> field.kind() != Field.Kind.OBJECT)
                .or(() -> shorthand(listing, name)
                        .filter(found -> found.lookup() == Lookup.EXACT)
                        .map(Target::field));
    }

    private static Optional<Parameter> member(Listing<?> listing, String name, Lookup lookup) {
        int dot = name.indexOf('.');
        if (dot < 0 || dot == name.length() - 1) {
            return Optional.empty();
        }
        return listing.field(name.substring(0, dot))
                .filter(field -> field.kind() == Field.Kind.OBJECT)
                .map(field -> new Parameter(field, name.substring(dot + 1), lookup, false, false));
    }

    private static Optional<Target> shorthand(Listing<?> listing, String name) {
        return listing.shorthands().stream()
                .filter(shorthand -> shorthand.name().equals(name))
                .findFirst()
                .map(shorthand -> target(listing, shorthand));
    }

    private static Target target(Listing<?> listing, Shorthand shorthand) {
        return new Target(
                listing.field(shorthand.field()).orElseThrow(),
                Lookup.of(shorthand.lookup()).orElseThrow());
    }

    private static Parameter plain(Field field, Lookup lookup) {
        return new Parameter(field, "", lookup, false, false);
    }

    private record Target(Field field, Lookup lookup) {}
}
