package inventory.core.store.query;

import inventory.api.query.Field;
import inventory.api.query.Listings;
import inventory.api.taxonomy.PropertyDefinition;
import inventory.api.taxonomy.ResourceCategory;
import inventory.api.taxonomy.ResourceType;
import inventory.api.taxonomy.VendorTypeMapping;
import java.util.List;

/** The taxonomy, for everybody. */
final class TaxonomyTables {
    private TaxonomyTables() {}

    static List<Table<?>> all() {
        return List.of(categories(), types(), mappings(), definitions());
    }

    private static Table<ResourceCategory> categories() {
        return Table.of(Listings.CATEGORIES, "resource_category", "c")
                .rows(
                        "c.*, (SELECT COUNT(*) FROM resource_type x WHERE x.category_id = c.id) AS types",
                        row -> new ResourceCategory(
                                row.uuid("id"),
                                row.text("slug"),
                                row.text("name"),
                                row.text("description"),
                                row.integer("sort_order"),
                                row.number("types")));
    }

    private static Table<ResourceType> types() {
        return Table.of(Listings.TYPES, "resource_type", "t")
                .join("c", "resource_category c ON c.id = t.category_id")
                .column("category", "t.category_id")
                .order("category", "c.sort_order", Field.Kind.INTEGER)
                .column("category__slug", "c.slug")
                .rows(
                        "t.*, c.slug AS c_slug, c.name AS c_name",
                        row -> new ResourceType(
                                row.uuid("id"),
                                row.uuid("category_id"),
                                row.text("c_slug"),
                                row.text("c_name"),
                                row.text("slug"),
                                row.text("name"),
                                row.text("description"),
                                row.flag("is_countable"),
                                row.optionalInteger("long_term_strategic_value"),
                                row.optionalInteger("short_term_opportunity"),
                                row.integer("sort_order")));
    }

    private static Table<VendorTypeMapping> mappings() {
        return Table.of(Listings.VENDOR_TYPE_MAPPINGS, "vendor_type_mapping", "m")
                .join("t", "resource_type t ON t.id = m.resource_type_id")
                .column("resource_type", "m.resource_type_id")
                .column("resource_type_slug", "t.slug")
                .rows(
                        "m.*, t.slug AS t_slug",
                        row -> new VendorTypeMapping(
                                row.uuid("id"),
                                row.text("vendor"),
                                row.text("vendor_resource_type"),
                                row.uuid("resource_type_id"),
                                row.text("t_slug"),
                                row.text("ansible_collection"),
                                row.text("ansible_module"),
                                row.text("query_file_ref")));
    }

    private static Table<PropertyDefinition> definitions() {
        return Table.of(Listings.PROPERTY_DEFINITIONS, "property_definition", "d")
                .join("t", "resource_type t ON t.id = d.resource_type_id")
                .column("resource_type", "d.resource_type_id")
                .column("resource_type_slug", "t.slug")
                .column("key", "d.property_key")
                .rows(
                        "d.*, t.slug AS t_slug",
                        row -> new PropertyDefinition(
                                row.uuid("id"),
                                row.uuid("resource_type_id"),
                                row.text("t_slug"),
                                row.text("property_key"),
                                row.text("name"),
                                row.text("description"),
                                row.text("value_type"),
                                row.flag("required"),
                                row.text("example_value"),
                                row.text("vendor_scope")));
    }
}
