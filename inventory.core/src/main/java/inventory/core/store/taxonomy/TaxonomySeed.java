package inventory.core.store.taxonomy;

import inventory.api.taxonomy.ResourceCategory;
import inventory.api.taxonomy.ResourceType;
import inventory.api.taxonomy.VendorTypeMapping;
import inventory.core.store.Seed;
import inventory.core.taxonomy.Taxonomy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts the taxonomy into its tables, once for each content of it. A newer one changes the rows in place; types and categories that
 * it no longer has stay, because resources may refer to them.
 */
@Component(property = "seed=taxonomy")
public final class TaxonomySeed implements Seed {
    private static final String NAME = "taxonomy";

    private final Taxonomy taxonomy;

    @Activate
    public TaxonomySeed(@Reference Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    @Override
    public void plant(Connection connection) throws SQLException {
        String digest = taxonomy.digest();
        if (isPlanted(connection, digest)) {
            return;
        }
        categories().write(connection);
        types().write(connection);
        SeedRows mappings = mappings();
        mappings.deleteOthers(connection);
        mappings.write(connection);
        remember(connection, digest);
    }

    private static boolean isPlanted(Connection connection, String digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT digest FROM seed WHERE name = ?")) {
            statement.setString(1, NAME);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && digest.equals(result.getString(1));
            }
        }
    }

    private static void remember(Connection connection, String digest) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE seed SET digest = ? WHERE name = ?");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO seed (digest, name) VALUES (?, ?)")) {
            for (PreparedStatement statement : List.of(update, insert)) {
                statement.setString(1, digest);
                statement.setString(2, NAME);
            }
            if (update.executeUpdate() == 0) {
                insert.executeUpdate();
            }
        }
    }

    private SeedRows categories() {
        return new SeedRows(
                "resource_category",
                List.of("slug", "name", "description", "sort_order"),
                byId(
                        taxonomy.categories(),
                        ResourceCategory::id,
                        each -> List.of(each.slug(), each.name(), each.description(), each.sortOrder())));
    }

    private SeedRows types() {
        return new SeedRows(
                "resource_type",
                List.of(
                        "category_id",
                        "slug",
                        "name",
                        "description",
                        "is_countable",
                        "long_term_strategic_value",
                        "short_term_opportunity",
                        "sort_order"),
                byId(
                        taxonomy.types(),
                        ResourceType::id,
                        each -> List.of(
                                each.category(),
                                each.slug(),
                                each.name(),
                                each.description(),
                                each.isCountable(),
                                each.longTermStrategicValue().orElseThrow(),
                                each.shortTermOpportunity().orElseThrow(),
                                each.sortOrder())));
    }

    private SeedRows mappings() {
        return new SeedRows(
                "vendor_type_mapping",
                List.of(
                        "vendor",
                        "vendor_resource_type",
                        "resource_type_id",
                        "ansible_collection",
                        "ansible_module",
                        "query_file_ref"),
                byId(
                        taxonomy.mappings(),
                        VendorTypeMapping::id,
                        each -> List.of(
                                each.vendor(),
                                each.vendorResourceType(),
                                each.resourceType(),
                                each.ansibleCollection(),
                                each.ansibleModule(),
                                each.queryFileRef())));
    }

    private static <T> Map<UUID, List<Object>> byId(
            List<T> things, Function<T, UUID> id, Function<T, List<Object>> values) {
        Map<UUID, List<Object>> rows = new LinkedHashMap<>();
        things.forEach(thing -> rows.put(id.apply(thing), values.apply(thing)));
        return rows;
    }
}
