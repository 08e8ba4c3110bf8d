package inventory.core.store.query;

import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.query.Field;
import inventory.api.query.Health;
import inventory.api.query.Inventory;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.api.resource.History;
import inventory.api.resource.Resource;
import inventory.core.identity.ConnectionConfigs;
import inventory.core.query.Criteria;
import inventory.core.query.Cursor;
import inventory.core.query.QueryReader;
import inventory.core.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads by JDBC: one statement for the count of a page and one for its rows, whatever their number. */
@Component
public final class JdbcInventory implements Inventory {
    private final Database database;
    private final Tables tables;
    private final LargeCounts counts;

    @Activate
    public JdbcInventory(@Reference Database database, @Reference ConnectionConfigs configs) {
        this(database, configs, Clock.systemUTC());
    }

    JdbcInventory(Database database, ConnectionConfigs configs, Clock clock) {
        this.database = database;
        tables = new Tables(configs);
        counts = new LargeCounts(clock);
    }

    @Override
    public <T> Page<T> list(Caller caller, Listing<T> listing, Query query) {
        Criteria criteria = QueryReader.read(listing, query);
        Table<T> table = tables.of(listing);
        return database.read(connection -> page(connection, table, caller, criteria));
    }

    @Override
    public <T> T get(Caller caller, Listing<T> listing, String id) {
        Field field = listing.field("id").orElseThrow();
        Object value = QueryReader.id(field, id).orElseThrow(() -> missing(listing));
        Table<T> table = tables.of(listing);
        List<T> rows = database.read(connection -> {
            Selection<T> selection = new Selection<>(table, database.dialect(), caller);
            List<T> found = Statements.list(connection, selection.one(field, value), table.mapper());
            return table.completion().complete(connection, found);
        });
        return rows.stream().findFirst().orElseThrow(() -> missing(listing));
    }

    @Override
    public History history(Caller caller, String resourceId) {
        Resource resource = get(caller, Listings.RESOURCES, resourceId);
        return database.read(connection -> Histories.of(connection, resource));
    }

    @Override
    public Health health(Duration limit) {
        String said = database.check(limit);
        boolean healthy = said.equals("ok");
        return new Health(healthy, Map.of("database", healthy ? said : "error: " + said));
    }

    private <T> Page<T> page(Connection connection, Table<T> table, Caller caller, Criteria criteria)
            throws SQLException {
        Selection<T> selection = new Selection<>(table, database.dialect(), caller);
        boolean walk = criteria.after().isPresent();
        long count = walk ? criteria.after().get().count() : counts.count(connection, selection.count(criteria));
        List<Found<T>> found = find(connection, selection, criteria, count);
        if (found.isEmpty() && criteria.page() > 1) {
            throw new NotFoundException("Invalid page.");
        }
        boolean hasNext = found.size() > criteria.pageSize();
        List<Found<T>> shown = hasNext ? found.subList(0, criteria.pageSize()) : found;
        List<T> rows = table.completion()
                .complete(connection, shown.stream().map(Found::row).toList());
        return new Page<>(rows, count, hasNext, hasNext ? next(table, criteria, count, shown) : Optional.empty());
    }

    private <T> List<Found<T>> find(Connection connection, Selection<T> selection, Criteria criteria, long count)
            throws SQLException {
        boolean walk = criteria.after().isPresent();
        if (count == 0 || (!walk && criteria.page() > 1 && !LargeCounts.mayReach(count, criteria.offset()))) {
            return List.of();
        }
        Table<T> table = selection.table();
        if (criteria.ownOrder()
                && table.window().filter(window -> window.suits(criteria)).isPresent()) {
            return table.window()
                    .get()
                    .widened(
                            connection,
                            criteria,
                            count,
                            window -> Statements.list(
                                    connection, selection.page(criteria, false, window), found(table, criteria)));
        }
        boolean gathered = Gathering.pays(criteria, count);
        return Statements.list(connection, selection.page(criteria, gathered, List.of()), found(table, criteria));
    }

    /** A row and where it stands in the order. */
    private record Found<T>(T row, List<String> position) {}

    private static <T> Row.Mapper<Found<T>> found(Table<T> table, Criteria criteria) {
        return row -> {
            List<String> position = new ArrayList<>();
            for (int i = 0; criteria.ownOrder() && i < criteria.order().size(); i++) {
                Field.Kind kind = table.orderOf(criteria.order().get(i).field()).kind();
                position.add(row.position("o" + i, kind));
            }
            return new Found<>(table.mapper().map(row), position);
        };
    }

    private static <T> Optional<String> next(Table<T> table, Criteria criteria, long count, List<Found<T>> shown) {
        if (!criteria.ownOrder()) {
            return Optional.empty();
        }
        List<String> position = shown.get(shown.size() - 1).position();
        return Optional.of(new Cursor(count, position).write(table.listing().name()));
    }

    private static NotFoundException missing(Listing<?> listing) {
        return new NotFoundException("Nothing in " + listing.name() + " has this id.");
    }
}
