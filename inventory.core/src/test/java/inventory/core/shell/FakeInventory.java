package inventory.core.shell;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.query.Health;
import inventory.api.query.Inventory;
import inventory.api.query.Listing;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.api.resource.History;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows by listing; of the filters it knows the name alone. */
final class FakeInventory implements Inventory {
    final Map<Listing<?>, List<Record>> rows = new HashMap<>();
    final List<Query> queries = new ArrayList<>();
    /** What the next looks at a run or a task show, before it stays as it is in the rows. */
    final Deque<Record> stages = new ArrayDeque<>();

    Health health = new Health(true, Map.of("database", "ok"));
    Optional<RuntimeException> failure = Optional.empty();

    void add(Listing<?> listing, Record... more) {
        rows.computeIfAbsent(listing, any -> new ArrayList<>()).addAll(List.of(more));
    }

    @Override
    public <T> Page<T> list(Caller caller, Listing<T> listing, Query query) {
        failure.ifPresent(thrown -> {
            throw thrown;
        });
        queries.add(query);
        if (query.filters().containsKey("colour")) {
            throw InvalidInputException.of("colour", "Unknown parameter. Known: name, state.");
        }
        List<T> found = rows.getOrDefault(listing, List.of()).stream()
                .filter(row -> query.filters().getOrDefault("name", List.of()).stream()
                        .allMatch(name -> name.equals(Fields.of(row).get("name"))))
                .map(listing.rowType()::cast)
                .toList();
        int from = Math.min(found.size(), (query.page() - 1) * query.pageSize());
        int to = Math.min(found.size(), from + query.pageSize());
        return new Page<>(found.subList(from, to), found.size(), to < found.size(), Optional.empty());
    }

    @Override
    public <T> T get(Caller caller, Listing<T> listing, String id) {
        if (listing.rowType().isInstance(stages.peek())) {
            return listing.rowType().cast(stages.pop());
        }
        return rows.getOrDefault(listing, List.of()).stream()
                .filter(row -> id.equals(Fields.of(row).get("id")))
                .map(listing.rowType()::cast)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("Nothing in " + listing.name() + " has this id."));
    }

    @Override
    public History history(Caller caller, String resourceId) {
        return Samples.HISTORY;
    }

    @Override
    public Health health(Duration limit) {
        return health;
    }
}
