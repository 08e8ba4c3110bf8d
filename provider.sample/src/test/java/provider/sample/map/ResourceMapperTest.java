package provider.sample.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.Relation;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import provider.sample.estate.Dice;
import provider.sample.estate.Estate;

final class ResourceMapperTest {
    private static final int SIZE = 3000;

    @Test
    void anAlterationRaisesTheRevisionAndNothingElse() {
        Estate before = new Estate(SIZE, 7, 4, 1, 3, 0);
        Estate after = new Estate(SIZE, 7, 4, 2, 3, 0);
        int altered = 0;
        for (int i = 0; i < SIZE; i++) {
            ResourceData old = new ResourceMapper(before, false).map(i);
            ResourceData now = new ResourceMapper(after, false).map(i);
            assertEquals(after.isAltered(i), !old.equals(now), "resource " + i);
            if (after.isAltered(i)) {
                altered++;
                Map<String, Object> expected = new HashMap<>(old.properties());
                expected.merge("revision", 1, (one, more) -> (Integer) one + (Integer) more);
                assertEquals(expected, now.properties());
                assertEquals(withoutProperties(old), withoutProperties(now));
            }
        }
        assertEquals(SIZE * 3 / 100, altered);
    }

    @Test
    void theSizeOfTheEstateAndItsScopesChangeNoResource() {
        Estate small = new Estate(100, 7, 4, 3, 3, 0);
        Estate large = new Estate(SIZE, 7, 9, 3, 3, 20);
        assertEquals(new ResourceMapper(small, false).map(99), new ResourceMapper(large, false).map(99));
    }

    @Test
    void anotherSeedIsAnotherEstate() {
        ResourceData one = mapper(1).map(4);
        ResourceData other = mapper(2).map(4);
        assertNotEquals(one.emsRef(), other.emsRef());
        assertNotEquals(one.canonicalId(), other.canonicalId());
    }

    @Test
    void whatNamesAResourceIsUnique() {
        Set<String> seen = new HashSet<>();
        for (ResourceData resource : all()) {
            assertTrue(seen.add(resource.emsRef()));
            assertTrue(seen.add(resource.name()));
            assertTrue(seen.add(resource.canonicalId()));
            resource.ipAddresses().forEach(address -> assertTrue(seen.add(address), address));
            resource.macAddresses().forEach(address -> assertTrue(seen.add(address), address));
        }
    }

    @Test
    void theLastAddressesAreStillAddresses() {
        Site last = new Site(1, 9_999_999, new Dice(1, 9_999_999));
        for (String part : last.address().split("\\.", -1)) {
            assertTrue(Integer.parseInt(part) < 256, last.address());
        }
        assertTrue(last.hardwareAddress().matches("02:[0-9a-f]{2}:00:98:96:7f"), last.hardwareAddress());
    }

    @Test
    void eachButTheFirstHasOneHostOfTheSameEstate() {
        Set<String> refs = new HashSet<>();
        for (ResourceData resource : all()) {
            List<Relation> relations = resource.relationships();
            assertEquals(refs.isEmpty() ? 0 : 1, relations.size(), resource.emsRef());
            relations.forEach(relation -> assertTrue(refs.contains(relation.target()), relation.toString()));
            refs.add(resource.emsRef());
        }
    }

    @Test
    void machinesRunOnTheHostOfTheirRack() {
        assertEquals(
                List.of(new Relation("gen-7-22", RelationshipType.RUNS_ON)),
                mapper(7).map(28).relationships());
        assertEquals("hypervisor_host", mapper(7).map(22).resourceTypeSlug());
    }

    @Test
    void metricsAreDeliveredOnRequestAndMoveWithTheEpoch() {
        Estate now = new Estate(SIZE, 7, 4, 1, 0, 0);
        Estate later = new Estate(SIZE, 7, 4, 2, 0, 0);
        assertEquals(Map.of(), new ResourceMapper(now, false).map(3).metrics());
        Map<String, Number> metrics = new ResourceMapper(now, true).map(3).metrics();
        assertEquals(
                new TreeSet<>(Set.of("operations_per_second", "utilization_percent")), new TreeSet<>(metrics.keySet()));
        assertNotEquals(metrics, new ResourceMapper(later, true).map(3).metrics());
    }

    private static List<ResourceData> all() {
        return IntStream.range(0, SIZE).mapToObj(mapper(7)::map).toList();
    }

    private static ResourceMapper mapper(long seed) {
        return new ResourceMapper(new Estate(SIZE, seed, 4, 0, 0, 0), false);
    }

    private static String withoutProperties(ResourceData resource) {
        return resource.toString().replaceFirst("properties=\\{.*?\\}, providerTags", "providerTags");
    }
}
