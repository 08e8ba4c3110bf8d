package inventory.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.query.Field;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.api.query.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {
    private static final UUID ID = UUID.fromString("018f2c3e-7a10-7cc1-9f3a-2b1d5c9e0a44");

    @Test
    void aFieldAloneMeansEquality() {
        Condition condition = condition("state", "running");
        assertEquals("state", condition.field().name());
        assertEquals(Lookup.EXACT, condition.lookup());
        assertEquals(List.of("running"), condition.values());
        assertFalse(condition.negated());
    }

    @Test
    void valuesAreOfTheKindOfTheirField() {
        assertEquals(
                ID,
                condition("provider", ID.toString().toUpperCase(java.util.Locale.ROOT))
                        .value());
        assertEquals(-5L, condition("cpu_count__gte", "-5").value());
        assertEquals(true, condition("name__isnull", "1").value());
        assertEquals(List.of("a", "b c", ""), condition("name__in", "a, b c,").values());
        assertEquals(
                new BigDecimal("8.50"), condition("properties.size__gt", "8.50").value());
        assertEquals("8.50", condition("properties.size", "8.50").value());
        assertEquals(
                "2026-01-01", condition("properties.size__gt", "2026-01-01").value());
        assertEquals(
                false, read(Listings.PROVIDERS, "enabled", "False").all().get(0).value());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T10:11:12, 2026-01-31T10:11:12Z",
        "2026-01-31 10:11:12Z, 2026-01-31T10:11:12Z",
        "2026-01-31T10:11:12.123456+02:00, 2026-01-31T08:11:12.123456Z",
        "2026-01-31T10:11:12 02:00, 2026-01-31T08:11:12Z",
    })
    void timesAreReadAsPeopleTypeThem(String typed, String meant) {
        assertEquals(Instant.parse(meant), condition("boot_time_after", typed).value());
    }

    @Test
    void shorthandsStandForLookUps() {
        assertEquals(Lookup.GTE, condition("seen_count_min", "3").lookup());
        assertEquals("seen_count", condition("seen_count_min", "3").field().name());
        assertEquals(
                "resource_type_slug",
                condition("resource_type__slug", "vpc").field().name());
        Condition several = condition("provider__id__in", ID + "," + ID);
        assertEquals("provider", several.field().name());
        assertEquals(List.of(ID, ID), several.values());
        assertTrue(refused("seen_count_min__gte", "3").contains("seen_count_min__gte"));
    }

    @Test
    void prefixesNegateAndOfferAlternatives() {
        Criteria criteria = QueryReader.read(
                Listings.RESOURCES,
                Query.all()
                        .with("not__name__icontains", "x")
                        .with("or__state", "running")
                        .with("or__not__provider__name", "y"));
        assertEquals(List.of("name"), names(criteria.all()));
        assertTrue(criteria.all().get(0).negated());
        assertEquals(List.of("provider__name", "state"), names(criteria.any()));
        assertEquals(
                List.of(true, false),
                criteria.any().stream().map(Condition::negated).toList());
    }

    @Test
    void aKeyMayHoldAnything() {
        Condition condition = condition("tags.app.kubernetes.io/na__me\"'__istartswith", "x");
        assertEquals("tags", condition.field().name());
        assertEquals("app.kubernetes.io/na__me\"'", condition.key());
        assertEquals(Lookup.ISTARTSWITH, condition.lookup());
        assertTrue(refused("tags", "x").contains("tags.<key>"));
        assertTrue(refused("tags.", "x").contains("tags.<key>"));
        assertTrue(refused("properties." + "k".repeat(201), "x").contains("200"));
        assertTrue(refused("properties.k\0", "x").contains("NUL"));
    }

    @Test
    void severalValuesOfOneNameMustAllHold() {
        Query query = new Query(Map.of("name__contains", List.of("a", "b")), "", List.of(), 1, 25, Optional.empty());
        assertEquals(2, QueryReader.read(Listings.RESOURCES, query).all().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour",
                "name__like",
                "name__",
                "__name",
                "not__",
                "or__",
                "seen_count__icontains",
                "id__gt",
                "id__regex"
            })
    void whatIsUnknownIsRefusedByItsName(String name) {
        assertTrue(refused(name, "x").contains(name));
    }

    @Test
    void theKnownOnesAreNamed() {
        String unknown = refused("colour", "blue");
        assertTrue(unknown.contains("power_state") && unknown.contains("seen_count_min"), unknown);
        String lookup = refused("cpu_count__icontains", "4");
        assertTrue(lookup.contains("exact, gt, gte, lt, lte, in, isnull"), lookup);
        String value = refused("state", "'; DROP TABLE resource; --");
        assertTrue(value.contains("DROP TABLE") && value.contains("running") && value.contains("one of"), value);
    }

    @ParameterizedTest
    @CsvSource({
        "provider, not-an-id",
        "provider, 1-1-1-1-1",
        "provider, ' OR 1=1--",
        "seen_count_min, many",
        "seen_count_min, 9223372036854775808",
        "organization, one",
        "boot_time_after, yesterday",
        "boot_time_after, +999999999-01-01T00:00:00Z",
        "boot_time_after, 2026-02-30",
        "boot_time_after, 10000-01-01T00:00:00Z",
        "deleted, perhaps",
        "name__isnull, maybe",
        "state__in, 'running,flying'",
    })
    void aValueThatIsNoneOfItsFieldIsRefused(String name, String value) {
        String message = refused(name, value);
        assertTrue(message.startsWith("{" + name + "="), message);
    }

    @Test
    void longValuesAreShownShort() {
        String message = refused("state", "x".repeat(9_000));
        assertTrue(message.length() < 500, message);
        assertTrue(refused("name", "x".repeat(10_001)).contains("10000"));
        assertTrue(refused("n".repeat(10_000), "x").length() < 2_000);
        assertEquals("x".repeat(10_000), condition("name", "x".repeat(10_000)).value());
        assertTrue(refused("name", "a\0b").contains("NUL"));
        assertTrue(refused("name__in", ",".repeat(1_000)).contains("1000"));
    }

    @Test
    void allErrorsAreSaidAtOnce() {
        Query query = new Query(
                Map.of("colour", List.of("blue"), "seen_count", List.of("x")),
                "\0",
                List.of("password"),
                1,
                1001,
                Optional.of("no cursor"));
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> QueryReader.read(Listings.RESOURCES, query));
        assertEquals(
                List.of("colour", "cursor", "ordering", "page_size", "search", "seen_count"),
                refused.errors().keySet().stream().sorted().toList());
    }

    @Test
    void thereIsABoundOnFiltersAndWords() {
        Query many = new Query(Map.of("name", Collections.nCopies(51, "x")), "", List.of(), 1, 25, Optional.empty());
        assertThrows(InvalidInputException.class, () -> QueryReader.read(Listings.RESOURCES, many));
        assertEquals(20, words("w ".repeat(20)).size());
        assertThrows(InvalidInputException.class, () -> words("w ".repeat(21)));
    }

    @Test
    void wordsAreDividedBySpace() {
        assertEquals(List.of("a%", "'b'", "💩"), words("  a%\t'b'  💩 "));
        assertEquals(List.of(), words(" \n "));
    }

    @Test
    void anOrderEndsWithTheId() {
        assertEquals(List.of(new Order("name", false), new Order("id", false)), order());
        assertEquals(List.of(new Order("state", true), new Order("id", true)), order("-state"));
        assertEquals(
                List.of(new Order("state", true), new Order("name", false), new Order("id", false)),
                order("-state", "name", "state"));
        assertThrows(InvalidInputException.class, () -> order("description"));
        assertThrows(InvalidInputException.class, () -> order("--name"));
        assertThrows(InvalidInputException.class, () -> order(""));
    }

    @Test
    void pagesBelowOneDoNotExist() {
        assertThrows(
                NotFoundException.class,
                () -> QueryReader.read(Listings.RESOURCES, Query.all().page(0, 25)));
        assertThrows(
                NotFoundException.class,
                () -> QueryReader.read(Listings.RESOURCES, Query.all().page(-1, 25)));
        assertThrows(
                InvalidInputException.class,
                () -> QueryReader.read(Listings.RESOURCES, Query.all().page(1, 0)));
        Criteria far = QueryReader.read(Listings.RESOURCES, Query.all().page(Integer.MAX_VALUE, 1000));
        assertEquals(2_147_483_646_000L, far.offset());
    }

    @Test
    void aCursorNeedsTheListingsOwnOrder() {
        String cursor = new Cursor(7, List.of("web", ID.toString())).write("resources");
        Query walk = new Query(Map.of(), "", List.of(), 9, 25, Optional.of(cursor));
        Criteria criteria = QueryReader.read(Listings.RESOURCES, walk);
        assertEquals(
                List.of("web", ID.toString()), criteria.after().orElseThrow().position());
        assertEquals(0, criteria.offset());
        Query other = new Query(Map.of(), "", List.of("-name"), 1, 25, Optional.of(cursor));
        assertThrows(InvalidInputException.class, () -> QueryReader.read(Listings.RESOURCES, other));
        assertThrows(InvalidInputException.class, () -> QueryReader.read(Listings.PROVIDERS, walk));
    }

    @Test
    void everyShorthandOfEveryListingIsUnderstood() {
        for (Listing<?> listing : Listings.ALL) {
            listing.shorthands()
                    .forEach(shorthand -> assertTrue(
                            Parameter.of(listing, shorthand.name()).isPresent(),
                            listing.name() + " " + shorthand.name()));
            for (Field field : listing.fields()) {
                String name = field.kind() == Field.Kind.OBJECT ? field.name() + ".k" : field.name();
                Lookup.of(field.kind())
                        .forEach(lookup -> assertEquals(
                                Optional.of(lookup),
                                Parameter.of(listing, name + "__" + lookup.slug())
                                        .map(Parameter::lookup)));
            }
        }
    }

    private static Condition condition(String name, String value) {
        return read(Listings.RESOURCES, name, value).all().get(0);
    }

    private static Criteria read(Listing<?> listing, String name, String value) {
        return QueryReader.read(listing, Query.all().with(name, value));
    }

    private static String refused(String name, String value) {
        return assertThrows(InvalidInputException.class, () -> condition(name, value))
                .getMessage();
    }

    private static List<String> words(String search) {
        return QueryReader.read(Listings.RESOURCES, new Query(Map.of(), search, List.of(), 1, 25, Optional.empty()))
                .words();
    }

    private static List<Order> order(String... names) {
        return QueryReader.read(Listings.RESOURCES, new Query(Map.of(), "", List.of(names), 1, 25, Optional.empty()))
                .order();
    }

    private static List<String> names(List<Condition> conditions) {
        return conditions.stream().map(condition -> condition.field().name()).collect(Collectors.toList());
    }
}
