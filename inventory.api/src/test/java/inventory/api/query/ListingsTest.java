package inventory.api.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ListingsTest {

    static Stream<Listing<?>> listings() {
        return Listings.ALL.stream();
    }

    @Test
    void everyListingHasItsOwnPath() {
        Set<String> names = new HashSet<>();
        Listings.ALL.forEach(listing -> assertTrue(names.add(listing.name()), listing.name()));
        assertEquals(18, names.size());
    }

    @ParameterizedTest
    @MethodSource("listings")
    void fieldsAreNamedOnceAndDescribed(Listing<?> listing) {
        Set<String> names = new HashSet<>();
        for (Field field : listing.fields()) {
            assertTrue(names.add(field.name()), field.name());
            assertFalse(field.description().isBlank(), field.name());
            assertEquals(field.kind() == Field.Kind.ENUM, !field.values().isEmpty(), field.name());
        }
    }

    @ParameterizedTest
    @MethodSource("listings")
    void theOrderIsTotalAndOfKnownFields(Listing<?> listing) {
        List<String> order = listing.defaultOrder();
        for (String name : order) {
            assertTrue(listing.field(name.replaceFirst("^-", "")).isPresent(), name);
        }
        assertTrue(order.get(order.size() - 1).matches("-?id"), "ties would come in any order: " + order);
    }

    @ParameterizedTest
    @MethodSource("listings")
    void shorthandsStandForKnownFields(Listing<?> listing) {
        for (Shorthand shorthand : listing.shorthands()) {
            assertTrue(listing.field(shorthand.field()).isPresent(), shorthand.name());
            assertEquals(Optional.empty(), listing.field(shorthand.name()), "hides a field");
        }
    }

    @Test
    void aQueryKeepsItsOwnCopyAndGrowsByOneFilter() {
        Query query = Query.all().with("state", "running").page(2, 50);
        assertEquals(Map.of("state", List.of("running")), query.filters());
        assertEquals(Map.of(), Query.all().filters());
        assertEquals(List.of(2, 50), List.of(query.page(), query.pageSize()));
        assertThrows(UnsupportedOperationException.class, () -> query.filters().clear());
    }
}
