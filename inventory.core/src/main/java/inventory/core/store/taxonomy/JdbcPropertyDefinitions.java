package inventory.core.store.taxonomy;

import inventory.core.store.Database;
import inventory.core.taxonomy.PropertyDefinitions;
import inventory.core.taxonomy.Taxonomy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stores property definitions under ids made from type, key and vendor. */
@Component
public final class JdbcPropertyDefinitions implements PropertyDefinitions {
    private static final List<String> COLUMNS = List.of(
            "resource_type_id",
            "property_key",
            "name",
            "description",
            "value_type",
            "required",
            "example_value",
            "vendor_scope");

    private final Database database;
    private final Taxonomy taxonomy;

    @Activate
    public JdbcPropertyDefinitions(@Reference Database database, @Reference Taxonomy taxonomy) {
        this.database = database;
        this.taxonomy = taxonomy;
    }

    @Override
    public void seed(String vendor, List<Definition> definitions) {
        Map<UUID, List<Object>> rows = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            String name = definition.resourceType() + "/" + vendor + "/" + definition.key();
            rows.put(Taxonomy.stableId("property-definition", name), row(vendor, definition));
        }
        SeedRows wanted = new SeedRows("property_definition", COLUMNS, rows);
        database.write(connection -> {
            wanted.write(connection);
            return rows.size();
        });
    }

    private List<Object> row(String vendor, Definition definition) {
        UUID type = taxonomy.typeId(definition.resourceType())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The taxonomy has no resource type '" + definition.resourceType() + "'"));
        return List.of(
                type,
                definition.key(),
                definition.name(),
                definition.description(),
                definition.valueType(),
                definition.required(),
                definition.example(),
                vendor);
    }
}
