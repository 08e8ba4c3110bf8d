package inventory.rest;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.UnavailableException;
import inventory.api.identity.Caller;
import inventory.api.query.Health;
import inventory.api.query.Inventory;
import inventory.api.query.Listing;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.api.resource.History;
import inventory.api.resource.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows by listing, paged; resources by id there and name, and nothing else filtered: filters are the store's business, tests look at the query. */
final class FakeInventory implements Inventory {
    final Map<Listing<?>, List<Row>> rows = new HashMap<>();
    final List<Query> queries = new ArrayList<>();
    Health health = new Health(true, Map.of("database", "ok"));
    Optional<History> history = Optional.empty();
    /** How many listings are answered before the store goes away. */
    int failAfter = Integer.MAX_VALUE;

    private final FakeCore core;

    /** A row and the id it is found by. */
    record Row(String id, Object value) {}

    FakeInventory(FakeCore core) {
        this.core = core;
    }

    void add(Listing<?> listing, Object id, Object value) {
        rows.computeIfAbsent(listing, any -> new ArrayList<>()).add(new Row(id.toString(), value));
    }

    Query lastQuery() {
        return queries.get(queries.size() - 1);
    }

    @Override
    public <T> Page<T> list(Caller caller, Listing<T> listing, Query query) {
        core.check();
        if (queries.size() >= failAfter) {
            throw new UnavailableException("The database went away.", new IllegalStateException());
        }
        queries.add(query);
        if (query.filters().containsKey("colour")) {
            throw InvalidInputException.of("colour", "Unknown parameter. Known: name, state.");
        }
        List<T> all = rows.getOrDefault(listing, List.of()).stream()
                .filter(row -> matches(row.value(), query))
                .map(row -> listing.rowType().cast(row.value()))
                .toList();
        long from = query.cursor().map(Long::parseLong).orElse((query.page() - 1L) * query.pageSize());
        if (from > 0 && from >= all.size()) {
            throw new NotFoundException("no such page");
        }
        int to = (int) Math.min(all.size(), from + query.pageSize());
        boolean more = to < all.size();
        Optional<String> cursor = more && query.order().isEmpty() ? Optional.of("" + to) : Optional.empty();
        return new Page<>(all.subList((int) from, to), all.size(), more, cursor);
    }

    private static boolean matches(Object row, Query query) {
        return !(row instanceof Resource resource)
                || (query.filters()
                                .getOrDefault("ems_ref", List.of(resource.emsRef()))
                                .contains(resource.emsRef())
                        && query.filters()
                                .getOrDefault("name", List.of(resource.name()))
                                .contains(resource.name()));
    }

    @Override
    public <T> T get(Caller caller, Listing<T> listing, String id) {
        core.check();
        return rows.getOrDefault(listing, List.of()).stream()
                .filter(row -> row.id().equals(id))
                .map(row -> listing.rowType().cast(row.value()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Not found."));
    }

    @Override
    public History history(Caller caller, String resourceId) {
        return history.orElseThrow(() -> new NotFoundException("Not found."));
    }

    @Override
    public Health health(Duration limit) {
        return health;
    }
}
