package provider.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.resource.ResourceData;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import provider.sample.estate.Estate;
import provider.sample.map.ResourceMapper;

final class ManifestTest extends ManifestContract {
    @Override
    protected Class<? extends BaseProvider> plugin() {
        return SampleProvider.class;
    }

    @Override
    protected Collection<ResourceData> everything() {
        ResourceMapper mapper = new ResourceMapper(new Estate(100, 1, 1, 0, 1, 0), false);
        return IntStream.range(0, 100).mapToObj(mapper::map).toList();
    }

    @Override
    protected List<String> secrets() {
        return List.of();
    }

    @Test
    void theParametersAreThoseThatAreRead() throws Exception {
        Asked asked = new Asked();
        Settings.of(asked);
        Set<String> names = new TreeSet<>();
        section("connection_parameters").forEach(parameter -> names.add((String) parameter.get("name")));
        assertEquals(asked.keys, names);
    }

    @Test
    void theDefaultsAreThoseOfTheCode() throws Exception {
        Map<String, Object> defaults = new HashMap<>();
        section("connection_parameters")
                .forEach(parameter -> defaults.put((String) parameter.get("name"), parameter.get("default")));
        assertEquals(Settings.of(Map.of()), Settings.of(defaults));
    }

    /** An empty config that remembers what it was asked for. */
    private static final class Asked extends HashMap<String, Object> {
        private static final long serialVersionUID = 1L;
        private final transient Set<String> keys = new TreeSet<>();

        @Override
        public boolean containsKey(Object key) {
            keys.add((String) key);
            return false;
        }

        @Override
        public Object getOrDefault(Object key, Object otherwise) {
            keys.add((String) key);
            return otherwise;
        }
    }
}
