package inventory.core.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.taxonomy.ResourceCategory;
import inventory.api.taxonomy.ResourceType;
import inventory.api.taxonomy.VendorTypeMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
    private final Taxonomy taxonomy = new Taxonomy();

    @Test
    void hasEveryCategoryTypeAndMapping() {
        assertEquals(15, taxonomy.categories().size());
        assertEquals(84, taxonomy.types().size());
        assertEquals(84, taxonomy.slugs().size());
        assertEquals(235, taxonomy.mappings().size());
        assertEquals(
                Map.of(
                        "aws",
                        39L,
                        "azure",
                        44L,
                        "gcp",
                        35L,
                        "vmware",
                        20L,
                        "openstack",
                        15L,
                        "openshift",
                        22L,
                        "meraki",
                        5L,
                        "arista",
                        5L,
                        "juniper",
                        11L,
                        "cisco",
                        16L),
                taxonomy.mappings().stream()
                        .filter(mapping ->
                                !List.of("netapp", "dell_emc", "ibm_storage").contains(mapping.vendor()))
                        .collect(Collectors.groupingBy(VendorTypeMapping::vendor, Collectors.counting())));
    }

    @Test
    void noTwoThingsShareAnId() {
        List<UUID> ids = Stream.of(
                        taxonomy.categories().stream().map(ResourceCategory::id),
                        taxonomy.types().stream().map(ResourceType::id),
                        taxonomy.mappings().stream().map(VendorTypeMapping::id))
                .flatMap(Function.identity())
                .toList();
        assertEquals(15 + 84 + 235, ids.stream().distinct().count());
    }

    @Test
    void idsNeverChange() {
        assertEquals(
                Optional.of(UUID.fromString("60a5e259-b86c-360e-a1bb-bc9d9a2bafa8")),
                taxonomy.typeId("virtual_machine"));
    }

    @Test
    void slugAndIdLeadToEachOther() {
        for (ResourceType type : taxonomy.types()) {
            assertEquals(Optional.of(type.id()), taxonomy.typeId(type.slug()));
            assertEquals(Optional.of(type.slug()), taxonomy.slug(type.id()));
        }
        assertEquals(Optional.empty(), taxonomy.typeId("Virtual_Machine"));
        assertEquals(Optional.empty(), taxonomy.slug(new UUID(0, 0)));
    }

    @Test
    void aTypeKnowsItsCategory() {
        ResourceType type = taxonomy.types().stream()
                .filter(each -> each.slug().equals("orchestration_stack"))
                .findFirst()
                .orElseThrow();
        assertEquals("App Integration & Messaging", type.categoryName());
        assertEquals(65, type.sortOrder());
        assertEquals(Optional.of(3), type.longTermStrategicValue());
        assertEquals(Optional.of(2), type.shortTermOpportunity());
        assertEquals(
                List.of("orchestration_stack"),
                taxonomy.types().stream()
                        .filter(each -> !each.isCountable())
                        .map(ResourceType::slug)
                        .toList());
    }

    @Test
    void everyWordHasANameAndADescription() {
        assertTrue(taxonomy.types().stream()
                .noneMatch(each -> each.name().isBlank() || each.description().isBlank()));
        assertTrue(taxonomy.categories().stream()
                .noneMatch(each -> each.name().isBlank() || each.description().isBlank()));
    }
}
