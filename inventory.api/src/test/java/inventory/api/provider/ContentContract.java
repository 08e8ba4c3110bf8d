package inventory.api.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is yielded fits the model: references, types, states, and the limits of each field. */
abstract class ContentContract {
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");
    private static final Pattern HARDWARE_ADDRESS = Pattern.compile("([0-9a-f]{2}:){5,19}[0-9a-f]{2}");
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    protected abstract Subject subject() throws Exception;

    @Test
    void scopeIdsAreUnique() throws Exception {
        Set<String> seen = new HashSet<>();
        for (Reading.Part part : reading().parts()) {
            assertTrue(seen.add(part.scope().id()), "twice: " + part.scope());
        }
    }

    @Test
    void referencesAreUnique() throws Exception {
        Set<String> seen = new HashSet<>();
        for (ResourceData resource : reading().resources()) {
            assertTrue(seen.add(resource.emsRef()), "twice: " + resource.emsRef());
        }
    }

    @Test
    void typesAreThoseOfTheScopeAndTheTaxonomy() throws Exception {
        Set<String> known = taxonomy();
        for (Reading.Part part : reading().parts()) {
            Set<String> types = part.scope().resourceTypes();
            assertTrue(known.containsAll(types), "a type that is not in the taxonomy: " + part.scope());
            for (ResourceData resource : part.sink().resources()) {
                assertTrue(types.contains(resource.resourceTypeSlug()), "not of " + part.scope() + ": " + resource);
            }
        }
    }

    @Test
    void statesAreThoseOfTheTaxonomy() throws Exception {
        eachResource(resource -> ResourceState.of(resource.state()).isPresent());
    }

    @Test
    void textsFitTheirFields() throws Exception {
        eachResource(resource -> !resource.emsRef().isBlank()
                && resource.emsRef().length() <= 1024
                && resource.name().length() <= 1024
                && resource.canonicalId().length() <= 1024
                && resource.fqdn().length() <= 1024
                && resource.inventoryGroup().length() <= 512
                && resource.vendorType().length() <= 256
                && resource.flavor().length() <= 256
                && resource.cloudTenant().length() <= 256
                && resource.osName().length() <= 256
                && resource.region().length() <= 128
                && resource.availabilityZone().length() <= 128
                && resource.osType().length() <= 64
                && resource.powerState().length() <= 32);
    }

    @Test
    void propertiesArePlainValuesUnderSnakeCaseKeys() throws Exception {
        eachResource(resource -> resource.properties().entrySet().stream()
                .allMatch(entry -> SNAKE_CASE.matcher(entry.getKey()).matches() && isPlain(entry.getValue())));
    }

    @Test
    void addressesAreWellFormed() throws Exception {
        eachResource(resource -> resource.ipAddresses().stream().allMatch(ADDRESS.asMatchPredicate())
                && resource.macAddresses().stream().allMatch(HARDWARE_ADDRESS.asMatchPredicate()));
    }

    private Reading reading() throws Exception {
        Subject subject = subject();
        return Reading.of(subject.provider(), subject.healthy());
    }

    private void eachResource(Predicate<ResourceData> rule) throws Exception {
        List<ResourceData> breaches = new ArrayList<>(reading().resources());
        breaches.removeIf(rule);
        assertEquals(List.of(), breaches);
    }

    private static boolean isPlain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(ContentContract::isPlain);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().allMatch(e -> e.getKey() instanceof String && isPlain(e.getValue()));
        }
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant;
    }

    static Set<String> taxonomy() {
        try (InputStream in = ContentContract.class.getResourceAsStream("taxonomy-types.txt")) {
            return Set.copyOf(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
