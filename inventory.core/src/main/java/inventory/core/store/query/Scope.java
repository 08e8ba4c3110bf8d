package inventory.core.store.query;

import inventory.api.identity.Caller;
import inventory.core.store.dialect.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which rows a caller may see, if not all. */
@FunctionalInterface
interface Scope {
    /**
     * @param caller one who does not read everything
     * @param organizations those whose data the caller reads; may be empty
     */
    Sql rows(Caller caller, Set<Long> organizations);

    /** For rows that belong to organizations: the caller must read each of them. */
    static Scope owner(String... expressions) {
        return (caller, organizations) -> Sql.join(
                " AND ",
                Stream.of(expressions)
                        .map(expression -> among(expression, organizations))
                        .toList());
    }

    /** Whether the expression is one of these organizations. */
    static Sql among(String expression, Set<Long> organizations) {
        return organizations.isEmpty()
                ? Sql.of("FALSE")
                : Sql.of(expression + " IN ").then(Comparison.list(List.copyOf(organizations)));
    }

    /** The condition for this caller; empty if all rows are to be seen. */
    default Optional<Sql> of(Caller caller) {
        if (caller.readsAll()) {
            return Optional.empty();
        }
        Set<Long> organizations = new TreeSet<>(caller.readable());
        organizations.addAll(caller.writable());
        return Optional.of(rows(caller, organizations));
    }
}
