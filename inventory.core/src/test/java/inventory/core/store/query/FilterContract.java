package inventory.core.store.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.identity.Caller;
import inventory.api.query.Field;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.api.query.Query;
import inventory.api.resource.Resource;
import inventory.core.query.Lookup;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each filter finds. Resources are told apart by their names, one capital letter each. */
abstract class FilterContract extends QueryFixture {
    private static final String STRANGE = "Größe 100%_'\"\\ !💩";
    private UUID provider;
    private UUID tagged;

    @Override
    void fill(Estate estate) {
        estate.organization(1, "One");
        provider = estate.provider(1, "cloud");
        List<UUID> runs = List.of(estate.run(provider, "completed"), estate.run(provider, "partial"));
        estate.lane(1, provider, "virtual_machine", runs);
        resource(estate, "A", Estate.row("fqdn", "web.example.com", "description", "web", "cpu_count", 2));
        resource(estate, "B", Estate.row("fqdn", "WEB2.Example.com", "description", "Web two", "cpu_count", 16));
        resource(estate, "C", Estate.row("fqdn", STRANGE, "description", "", "state", "stopped"));
        resource(estate, "D", Estate.row("ip_addresses", "[\"10.0.0.1\",\"fe80::ABCD\"]", "first_reading", 2L));
        resource(estate, "E", Estate.row("ip_addresses", "[\"10.0.0.10\",\",\",\"a\\\"b\\\\c\"]"));
        resource(
                estate,
                "F",
                Estate.row(
                        "properties",
                        "{\"engine\":\"Postgres\",\"size\":9,\"public\":true,\"none\":null,\"version\":\"15\"}"));
        resource(
                estate,
                "G",
                Estate.row(
                        "properties",
                        "{\"engine\":\"mysql\",\"size\":10.5,\"a \\\"b\\\" 'c'?\":\"x\\\"y\",\"s\":\"\"}"));
        tagged = resource(estate, "H", Estate.row("provider_tags", "{\"team\":\"blue\",\"env\":\"prod\"}"));
        UUID ours = resource(estate, "I", Estate.row("boot_time", Instant.parse("2026-02-01T00:00:00.123456Z")));
        estate.tag(1, "mine", "team", "Red", tagged, ours);
        estate.tag(1, "mine", "free", "", ours);
        resource(estate, "Z", Estate.row("deleted_at", Estate.BEGIN, "state", "decommissioned", "seen_before", 7L));
        estate.edge(provider, tagged, ours, "runs_on");
        estate.edge(provider, tagged, null, "part_of");
        estate.drift(tagged, provider, 1, runs.get(0), "modified");
        estate.metric(tagged, runs.get(0), Estate.BEGIN, "cpu", 0.5);
        estate.user(1, "ann");
        estate.member(1, 1, 1L, null);
        estate.team(1, 1, "blue");
    }

    private UUID resource(Estate estate, String name, Estate.Columns columns) {
        return estate.resource(provider, 1, 1, columns.and("name", name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fqdn|web.example.com|A",
                "fqdn__exact|WEB.example.com|",
                "fqdn__iexact|web.EXAMPLE.com|A",
                "fqdn__contains|eb.|A",
                "fqdn__icontains|wEB|AB",
                "fqdn__startswith|web|A",
                "fqdn__istartswith|web|AB",
                "fqdn__endswith|Example.com|B",
                "fqdn__iendswith|EXAMPLE.COM|AB",
                "fqdn__in|nothing,web.example.com , WEB2.Example.com|AB",
                "fqdn__gt|WEB2.Example.com|A",
                "fqdn__gte|WEB2.Example.com|AB",
                "fqdn__icontains|größe|C",
                "fqdn__icontains|GRÖSSE|",
                "fqdn__icontains|GRÖ|C",
                "fqdn__contains|100%_|C",
                "fqdn__contains|1%0|",
                "fqdn__contains|1_0|",
                "fqdn__contains|!|C",
                "fqdn__contains|\\ !|C",
                "fqdn__contains|💩|C",
                "not__fqdn__icontains|web|CDEFGHI",
                "fqdn__isnull|false|ABC",
                "description__isnull|true|CDEFGHI",
                "description__icontains|WEB|AB",
                "cpu_count|16|B",
                "cpu_count__gte|2|AB",
                "cpu_count__lt|3|A",
                "not__cpu_count__lt|3|BCDEFGHI",
                "cpu_count__in|2,3|A",
                "cpu_count__isnull|false|AB",
                "state|stopped|C",
                "state__in|stopped,error|C",
                "state__istartswith|STOP|C",
                "not__state|running|C",
                "boot_time__isnull|false|I",
                "boot_time|2026-02-01T00:00:00.123456Z|I",
                "boot_time_after|2026-02-01|I",
                "boot_time_before|2026-02-01|",
                "ip_addresses|10.0.0.1|D",
                "ip_addresses|10.0.0|",
                "ip_addresses|,|E",
                "ip_addresses__contains|a\"b\\c|E",
                "ip_addresses__startswith|10.0.0.1|DE",
                "ip_addresses__iendswith|::abcd|D",
                "ip_addresses__in|10.0.0.1,10.0.0.10|DE",
                "ip_addresses__isnull|false|DE",
                "not__ip_addresses__contains|10|ABCFGHI",
                "properties.engine|Postgres|F",
                "properties.engine__iexact|POSTGRES|F",
                "properties.engine__in|mysql,Postgres|FG",
                "properties.size|9|F",
                "properties.size__gt|9|G",
                "properties.size__gte|9.0|FG",
                "properties.size__lt|9.5|F",
                "properties.version__gte|9|F",
                "properties.engine__gt|9|",
                "properties.engine__gt|a|G",
                "properties.public|true|F",
                "properties.none|null|",
                "properties.none__isnull|true|ABCDEFGHI",
                "properties.engine__isnull|false|FG",
                "properties.a \"b\" 'c'?|x\"y|G",
                "not__properties.engine|mysql|ABCDEFHI",
                "tags.team|blue|H",
                "tags.team|Red|HI",
                "tags.team__iexact|RED|HI",
                "tags.env|prod|H",
                "tags.team__isnull|false|HI",
                "tags.team__isnull|true|ABCDEFG",
                "tags.free|''|I",
                "not__tags.team|Red|ABCDEFG",
                "seen_count|1|D",
                "seen_count_min|2|ABCEFGHI",
                "resource_type_slug|virtual_machine|ABCDEFGHI",
                "resource_type__slug|vpc|",
                "resource_type__category__slug|compute|ABCDEFGHI",
                "provider__name__istartswith|CL|ABCDEFGHI",
                "provider__vendor|aws|ABCDEFGHI",
                "organization|1|ABCDEFGHI",
                "organization|2|",
                "provider|00000000-0000-4000-8000-000000000000|",
                "deleted|false|ABCDEFGHI",
                "deleted|true|Z",
                "deleted|any|ABCDEFGHIZ",
                "deleted__in|true,false|ABCDEFGHIZ",
                "not__deleted|false|Z",
                "deleted_at__isnull|false|",
            })
    void finds(String name, String value, String found) {
        String typed = "''".equals(value) ? "" : value;
        assertEquals(found == null ? "" : found, names(name, typed));
    }

    @Test
    void allMustHoldAndOneOfTheAlternatives() {
        assertEquals("A", names("fqdn__icontains", "web", "cpu_count__lt", "10"));
        assertEquals("ACZ", names("or__cpu_count", "2", "or__state__in", "stopped,decommissioned", "deleted", "any"));
        assertEquals("A", names("or__cpu_count", "2", "or__state", "stopped", "fqdn__startswith", "web"));
        assertEquals("CDEFGHI", names("or__not__fqdn__icontains", "web"));
    }

    @Test
    void goneResourcesAreSeenAsLongAsTheyWereThere() {
        Resource gone = list(Listings.RESOURCES, "deleted", "true").results().get(0);
        assertEquals(7, gone.seenCount());
        assertTrue(gone.isDeleted());
        assertEquals(Optional.of(Estate.BEGIN), gone.deletedAt());
        Resource there = list(Listings.RESOURCES, "name", "A").results().get(0);
        assertEquals(2, there.seenCount());
        assertEquals("Compute → Virtual Machine", there.resourceTypeName());
        assertEquals("cloud (aws)", there.providerName());
        assertEquals(
                gone, inventory.get(Caller.SYSTEM, Listings.RESOURCES, gone.id().toString()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "EXAMPLE|2",
                "web example|2",
                "web two|0",
                "größe|1",
                "%|1",
                "_|1",
                "'|1",
                "\\|1",
                "💩|1",
                "A%|0",
                "🙂|0"
            })
    void everyWordOfASearchMustBeFound(String words, long count) {
        assertEquals(count, search(Listings.RESOURCES, words).count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE resource; --",
                "' OR '1'='1",
                "\" OR \"\"=\"",
                "\\'; SELECT 1",
                "$1 ? :x {ts '2026'}",
                "%' ESCAPE '",
                "💩\uFFFF\u0001"
            })
    void sqlInAValueIsAValue(String value) {
        for (String lookup : List.of("exact", "icontains", "istartswith", "in", "gt")) {
            list(Listings.RESOURCES, "name__" + lookup, value, "properties." + value, value, "tags." + value, value);
        }
        assertEquals(0, search(Listings.RESOURCES, value + " zzz").count());
        assertEquals("ABCDEFGHI", names());
    }

    @Test
    void longValuesFindNothing() {
        String text = "a".repeat(10_000);
        assertEquals(0, search(Listings.RESOURCES, text).count());
        assertEquals("", names("name__icontains", text));
        assertEquals("", names("properties." + "k".repeat(200), text));
        String ids = "00000000-0000-4000-8000-000000000000,".repeat(200) + tagged;
        assertEquals("H", names("id__in", ids));
    }

    /** All look-ups of a field in one query, as they are and negated: each of them alone would be right as well. */
    @TestFactory
    Stream<DynamicTest> everyLookUpOfEveryFieldIsAnswered() {
        return Listings.ALL.stream()
                .flatMap(listing -> listing.fields().stream()
                        .map(field -> DynamicTest.dynamicTest(
                                listing.name() + " " + field.name(), () -> tryAll(listing, field))));
    }

    private void tryAll(Listing<?> listing, Field field) {
        Map<String, List<String>> some = new LinkedHashMap<>();
        Map<String, List<String>> others = new LinkedHashMap<>();
        String name = field.kind() == Field.Kind.OBJECT ? field.name() + ".k" : field.name();
        for (Lookup lookup : Lookup.of(field.kind())) {
            some.put("or__" + name + "__" + lookup.slug(), List.of(value(field, lookup)));
            others.put("not__" + name + "__" + lookup.slug(), List.of(value(field, lookup)));
        }
        inventory.list(Caller.SYSTEM, listing, new Query(some, "", List.of(), 1, 25, Optional.empty()));
        inventory.list(Caller.SYSTEM, listing, new Query(others, "x", List.of(), 1, 25, Optional.empty()));
    }

    private String value(Field field, Lookup lookup) {
        if (lookup == Lookup.ISNULL) {
            return "false";
        }
        return switch (field.kind()) {
            case UUID -> tagged.toString();
            case INTEGER -> "1";
            case BOOLEAN -> "true";
            case INSTANT -> "2026-01-01";
            case ENUM -> field.values().get(0);
            default -> "5";
        };
    }

    @Test
    void otherListingsAreFilteredByWhatTheyReferTo() {
        assertEquals(
                1, list(Listings.RELATIONSHIPS, "source", tagged.toString()).count());
        assertEquals(
                0, list(Listings.RELATIONSHIPS, "target", tagged.toString()).count());
        assertEquals(
                1,
                list(Listings.RELATIONSHIPS, "source__provider", provider.toString())
                        .count());
        assertEquals(
                1,
                list(Listings.DRIFT, "resource__provider", provider.toString()).count());
        assertEquals(
                1, list(Listings.DRIFT, "resource_type_slug", "virtual_machine").count());
        assertEquals(0, list(Listings.DRIFT, "drift_type", "deleted").count());
        assertEquals(
                1,
                list(Listings.METRICS, "resource", tagged.toString(), "metric_type", "cpu")
                        .count());
        assertEquals(1, list(Listings.TAGS, "resource", tagged.toString()).count());
        assertEquals(2, list(Listings.TAGS, "resource__isnull", "false").count());
        assertEquals(1, list(Listings.COLLECTION_RUNS, "status", "partial").count());
        assertEquals(
                2, list(Listings.COLLECTION_RUNS, "provider__name", "cloud").count());
        assertEquals(20, list(Listings.VENDOR_TYPE_MAPPINGS, "vendor", "vmware").count());
        assertEquals(
                1,
                list(Listings.TYPES, "slug", "virtual_machine", "is_countable", "true")
                        .count());
        assertEquals(9, list(Listings.TYPES, "category__slug", "compute").count());
        assertEquals(
                1,
                list(Listings.PROVIDERS, "last_collection_status__isnull", "true")
                        .count());
        assertEquals(1, search(Listings.TYPES, "virtual_machine").count());
    }

    private String names(String... filters) {
        return String.join(
                "",
                list(Listings.RESOURCES, filters).results().stream()
                        .map(Resource::name)
                        .toList());
    }
}
