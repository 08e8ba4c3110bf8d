package inventory.core.store.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.core.store.PooledDatabase;
import inventory.core.store.Seed;
import inventory.core.taxonomy.PropertyDefinitions.Definition;
import inventory.core.taxonomy.Taxonomy;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The taxonomy and the property definitions stand in their tables, whatever stood there before. */
abstract class SeedContract {
    private final Taxonomy taxonomy = new Taxonomy();
    private final TaxonomySeed seed = new TaxonomySeed(taxonomy);
    private PooledDatabase database;

    abstract PooledDatabase newDatabase(Seed... seeds);

    @BeforeEach
    void open() {
        database = newDatabase(seed);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void plantsEveryWord() {
        assertEquals("15", one("SELECT COUNT(*) FROM resource_category"));
        assertEquals("84", one("SELECT COUNT(*) FROM resource_type"));
        assertEquals("235", one("SELECT COUNT(*) FROM vendor_type_mapping"));
        assertEquals(
                taxonomy.typeId("proxy").orElseThrow().toString(),
                one("SELECT resource_type_id FROM vendor_type_mapping WHERE vendor_resource_type = 'Cisco Umbrella'"));
    }

    @Test
    void leavesAloneWhatItPlanted() {
        execute("UPDATE resource_category SET name = 'Mine' WHERE slug = 'compute'");
        plantAgain();
        assertEquals("Mine", one("SELECT name FROM resource_category WHERE slug = 'compute'"));
    }

    @Test
    void anotherContentChangesTheRowsInPlace() {
        execute("UPDATE seed SET digest = 'older'");
        execute("UPDATE resource_category SET name = 'Old', sort_order = 7 WHERE slug = 'compute'");
        execute("UPDATE resource_type SET description = 'Old' WHERE slug = 'cdn'");
        execute("DELETE FROM vendor_type_mapping WHERE vendor = 'aws'");
        execute("UPDATE vendor_type_mapping SET vendor_resource_type = 'Gone',"
                + " id = '00000000-0000-4000-8000-000000000001' WHERE vendor_resource_type = 'ISE'");
        plantAgain();
        assertEquals("Compute", one("SELECT name FROM resource_category WHERE slug = 'compute'"));
        assertEquals("10", one("SELECT sort_order FROM resource_category WHERE slug = 'compute'"));
        assertEquals(
                "Copies of content close to those who read it.",
                one("SELECT description FROM resource_type WHERE slug = 'cdn'"));
        assertEquals("235", one("SELECT COUNT(*) FROM vendor_type_mapping"));
        assertEquals("0", one("SELECT COUNT(*) FROM vendor_type_mapping WHERE vendor_resource_type = 'Gone'"));
        assertEquals(taxonomy.digest(), one("SELECT digest FROM seed WHERE name = 'taxonomy'"));
    }

    @Test
    void propertyDefinitionsAreStoredOnceAndChangedInPlace() {
        JdbcPropertyDefinitions definitions = new JdbcPropertyDefinitions(database, taxonomy);
        Definition engine =
                new Definition("relational_db", "engine", "Engine", "What runs.", "string", true, "postgres");
        Definition zone = new Definition("subnet", "zone", "Zone", "", "string", false, "");
        definitions.seed("aws", List.of(engine, zone));
        definitions.seed("aws", List.of(engine));
        definitions.seed("ovh", List.of(zone));
        assertEquals("3", one("SELECT COUNT(*) FROM property_definition"));
        definitions.seed(
                "aws", List.of(new Definition("subnet", "zone", "Zone", "Where it lies.", "string", false, "a")));
        assertEquals("3", one("SELECT COUNT(*) FROM property_definition"));
        assertEquals(
                "Where it lies.",
                one("SELECT description FROM property_definition WHERE vendor_scope = 'aws'"
                        + " AND property_key = 'zone'"));
        assertEquals("", one("SELECT description FROM property_definition WHERE vendor_scope = 'ovh'"));
    }

    @Test
    void aDefinitionForAnUnknownTypeStoresNothing() {
        JdbcPropertyDefinitions definitions = new JdbcPropertyDefinitions(database, taxonomy);
        Definition good = new Definition("subnet", "zone", "Zone", "", "string", false, "");
        Definition bad = new Definition("spaceship", "zone", "Zone", "", "string", false, "");
        Exception refused =
                assertThrows(IllegalArgumentException.class, () -> definitions.seed("aws", List.of(good, bad)));
        assertEquals("The taxonomy has no resource type 'spaceship'", refused.getMessage());
        assertEquals("0", one("SELECT COUNT(*) FROM property_definition"));
    }

    private void plantAgain() {
        database.write(connection -> {
            seed.plant(connection);
            return true;
        });
    }

    private void execute(String sql) {
        database.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private String one(String sql) {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
