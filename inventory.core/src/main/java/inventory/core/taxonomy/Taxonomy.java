package inventory.core.taxonomy;

import inventory.api.taxonomy.ResourceCategory;
import inventory.api.taxonomy.ResourceType;
import inventory.api.taxonomy.VendorTypeMapping;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The words for what exists, as they are shipped. Every id is made from its slug, so all nodes agree on it before any of them has
 * reached the database. Immutable.
 */
@Component(service = Taxonomy.class)
public final class Taxonomy {
    private static final SeedTable CATEGORIES = SeedTable.read("categories.tsv");
    private static final SeedTable TYPES = SeedTable.read("types.tsv");
    private static final SeedTable MAPPINGS = SeedTable.read("mappings.tsv");

    private final Map<String, ResourceCategory> categories;
    private final Map<String, ResourceType> types;
    private final Map<UUID, String> slugs;
    private final List<VendorTypeMapping> mappings;

    @Activate
    public Taxonomy() {
        Map<String, Long> sizes =
                TYPES.rows().stream().collect(Collectors.groupingBy(row -> row.get("category"), Collectors.counting()));
        categories = bySlug(
                CATEGORIES.rows().stream().map(row -> category(row, sizes)).toList(), ResourceCategory::slug);
        types = bySlug(TYPES.rows().stream().map(this::type).toList(), ResourceType::slug);
        slugs = types.values().stream().collect(Collectors.toUnmodifiableMap(ResourceType::id, ResourceType::slug));
        mappings = MAPPINGS.rows().stream().map(this::mapping).toList();
    }

    /** @return the id of the type with this slug, exact; empty if there is none */
    public Optional<UUID> typeId(String slug) {
        return Optional.ofNullable(types.get(slug)).map(ResourceType::id);
    }

    /** @return the slug of the type with this id; empty if there is none */
    public Optional<String> slug(UUID typeId) {
        return Optional.ofNullable(slugs.get(typeId));
    }

    /** @return the slugs of all types, in the order of the taxonomy */
    public Set<String> slugs() {
        return types.keySet();
    }

    /** @return all categories, in order */
    public List<ResourceCategory> categories() {
        return List.copyOf(categories.values());
    }

    /** @return all types, by category and place in it */
    public List<ResourceType> types() {
        return List.copyOf(types.values());
    }

    /** @return all vendor type mappings */
    public List<VendorTypeMapping> mappings() {
        return mappings;
    }

    /** @return a word for exactly this content: another one, another digest */
    public String digest() {
        String content = CATEGORIES.digest() + TYPES.digest() + MAPPINGS.digest();
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** @return the id that stands for this name among the things of one sort, everywhere and for ever */
    public static UUID stableId(String sort, String name) {
        return UUID.nameUUIDFromBytes(("inventory/" + sort + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static ResourceCategory category(Map<String, String> row, Map<String, Long> sizes) {
        String slug = row.get("slug");
        return new ResourceCategory(
                stableId("resource-category", slug),
                slug,
                row.get("name"),
                row.get("description"),
                Integer.parseInt(row.get("sort_order")),
                sizes.getOrDefault(slug, 0L));
    }

    private ResourceType type(Map<String, String> row) {
        ResourceCategory category = categories.get(row.get("category"));
        String slug = row.get("slug");
        return new ResourceType(
                stableId("resource-type", slug),
                category.id(),
                category.slug(),
                category.name(),
                slug,
                row.get("name"),
                row.get("description"),
                Boolean.parseBoolean(row.get("is_countable")),
                Optional.of(Integer.valueOf(row.get("long_term_strategic_value"))),
                Optional.of(Integer.valueOf(row.get("short_term_opportunity"))),
                Integer.parseInt(row.get("sort_order")));
    }

    private VendorTypeMapping mapping(Map<String, String> row) {
        String vendor = row.get("vendor");
        String word = row.get("vendor_resource_type");
        ResourceType type = types.get(row.get("resource_type"));
        return new VendorTypeMapping(
                stableId("vendor-type-mapping", vendor + "/" + word),
                vendor,
                word,
                type.id(),
                type.slug(),
                row.get("ansible_collection"),
                row.get("ansible_module"),
                row.get("query_file_ref"));
    }

    private static <T> Map<String, T> bySlug(List<T> rows, Function<T, String> slug) {
        Map<String, T> map = new LinkedHashMap<>();
        rows.forEach(row -> map.put(slug.apply(row), row));
        return Collections.unmodifiableMap(map);
    }
}
