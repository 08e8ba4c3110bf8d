package inventory.core.store.query;

import inventory.api.query.Listing;
import inventory.core.identity.ConnectionConfigs;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of all listings. */
final class Tables {
    private final Map<String, Table<?>> byListing;

    Tables(ConnectionConfigs configs) {
        byListing = Stream.of(
                        CollectionTables.all(configs),
                        ActionTables.all(),
                        ResourceTables.all(),
                        List.of(SightingTable.create()),
                        TaxonomyTables.all(),
                        PeopleTables.all())
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(table -> table.listing().name(), Function.identity()));
    }

    @SuppressWarnings("unchecked") // each table was made for its listing, whose rows are of the listing's type
    <T> Table<T> of(Listing<T> listing) {
        return (Table<T>) byListing.get(listing.name());
    }
}
