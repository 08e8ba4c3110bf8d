package inventory.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.core.Configured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PluginRegistryTest {
    private final FakePluginService cloud = new FakePluginService(1, "acme", "cloud", context -> null);
    private final FakePluginService metal = new FakePluginService(2, "acme", "Metal", context -> null);

    @Test
    void listsByKeyWithoutActivatingAnything() {
        PluginRegistry registry = RegistryFixture.registry(cloud, metal);
        assertEquals(
                List.of("acme:Metal", "acme:cloud"),
                registry.entries().stream().map(PluginEntry::key).toList());
        assertEquals(
                "1.2.3",
                registry.find("acme:cloud")
                        .orElseThrow()
                        .manifest()
                        .orElseThrow()
                        .version());
        assertEquals(0, cloud.activations.get());
    }

    @Test
    void matchesKeysExactly() {
        PluginRegistry registry = RegistryFixture.registry(cloud);
        assertTrue(registry.find("Acme:cloud").isEmpty());
        assertTrue(registry.find("acme:clou").isEmpty());
    }

    @Test
    void prefersTheHigherRankingThenTheLater() {
        FakePluginService later = new FakePluginService(5, "acme", "cloud", context -> null);
        PluginRegistry registry = RegistryFixture.registry(later, cloud);
        assertEquals(later, registry.find("acme:cloud").orElseThrow().service());
        FakePluginService ranked = new FakePluginService(3, "acme", "cloud", context -> null);
        ranked.ranking = 10;
        registry.add(ranked);
        assertEquals(ranked, registry.find("acme:cloud").orElseThrow().service());
        registry.remove(ranked);
        assertEquals(later, registry.find("acme:cloud").orElseThrow().service());
        assertEquals(2, registry.entries().size(), "the one that is not used is still shown");
    }

    @Test
    void passesOverAPluginWhoseManifestDoesNotDo() {
        FakePluginService broken = new FakePluginService(9, "acme", "cloud", context -> null);
        broken.manifest = Optional.empty();
        PluginRegistry registry = RegistryFixture.registry(cloud, broken);
        assertEquals(cloud, registry.find("acme:cloud").orElseThrow().service());
        assertEquals(
                "The bundle has no manifest.yml at its root",
                registry.entries().get(0).reason());
        registry.remove(cloud);
        assertTrue(registry.find("acme:cloud").isEmpty());
        assertTrue(registry.keys().isEmpty());
    }

    @Test
    void refusesAManifestThatSaysSomethingElse() {
        cloud.manifest = Optional.of(FakePluginService.manifest("acme", "other", ""));
        metal.types = new String[] {"vpc"};
        PluginRegistry registry = RegistryFixture.registry(cloud, metal);
        assertEquals(
                "manifest.yml describes [acme:other], the service is acme:cloud",
                registry.entries().get(1).reason());
        assertEquals(
                "manifest.yml and the service's properties differ in supported_resource_types",
                registry.entries().get(0).reason());
    }

    @Test
    void findsItsOwnAmongTheManifestsOfABundle() {
        cloud.manifest = Optional.of(FakePluginService.manifest("acme", "other", "") + "---\n"
                + FakePluginService.manifest("acme", "cloud", ""));
        assertTrue(RegistryFixture.registry(cloud).find("acme:cloud").isPresent());
    }

    @Test
    void refreshReadsTheManifestAnew() {
        cloud.manifest = Optional.empty();
        PluginRegistry registry = RegistryFixture.registry(cloud);
        assertTrue(registry.find("acme:cloud").isEmpty());
        cloud.manifest = Optional.of(FakePluginService.manifest("acme", "cloud", ""));
        assertTrue(registry.find("acme:cloud").isEmpty());
        registry.refresh();
        assertTrue(registry.find("acme:cloud").isPresent());
    }

    @Test
    void hidesWhatTheConfigurationForbids() {
        PluginRegistry registry = new PluginRegistry(null, new PluginFilter(Set.of(), Set.of("acme:cloud")));
        registry.add(cloud);
        registry.add(metal);
        assertEquals(Set.of("acme:Metal"), registry.keys());
        PluginRegistry only =
                new PluginRegistry(null, new PluginFilter(Set.of("acme:cloud", "acme:Metal"), Set.of("acme:Metal")));
        only.add(cloud);
        only.add(metal);
        assertEquals(Set.of("acme:cloud"), only.keys());
    }

    @Test
    void theEnvironmentWinsOverTheConfiguration() {
        RegistryConfig config = Configured.of(
                RegistryConfig.class, Map.of("enabled", new String[] {"a:a"}, "disabled", new String[] {"b:b"}));
        assertEquals(new PluginFilter(Set.of("a:a"), Set.of("b:b")), PluginFilter.of(config, Map.of()));
        assertEquals(
                new PluginFilter(Set.of("c:c", "d:d"), Set.of()),
                PluginFilter.of(
                        config, Map.of("INVENTORY_PROVIDERS_ENABLED", "c:c, d:d", "INVENTORY_PROVIDERS_DISABLED", "")));
    }

    @Test
    void givesTheServiceBackOnce() {
        PluginLease lease = RegistryFixture.registry(cloud)
                .find("acme:cloud")
                .orElseThrow()
                .lease()
                .orElseThrow();
        assertEquals(1, cloud.used.get());
        lease.close();
        lease.close();
        assertEquals(0, cloud.used.get());
    }
}
