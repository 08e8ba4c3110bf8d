package inventory.core.registry;

import inventory.api.UnavailableException;
import inventory.core.store.Database;
import inventory.core.taxonomy.PropertyDefinitions;
import inventory.core.taxonomy.PropertyDefinitions.Definition;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what each plugin says about the properties that it writes, as soon as the database is there. */
@Component(
        immediate = true,
        service = {})
public final class PropertySeeding {
    private static final Logger LOG = LoggerFactory.getLogger(PropertySeeding.class);

    private final PluginRegistry registry;
    private final Database database;
    private final PropertyDefinitions definitions;
    private final Consumer<PluginEntry> listener = this::arrived;

    @Activate
    public PropertySeeding(
            @Reference PluginRegistry registry,
            @Reference Database database,
            @Reference PropertyDefinitions definitions) {
        this.registry = registry;
        this.database = database;
        this.definitions = definitions;
        registry.watch(listener);
    }

    @Deactivate
    void close() {
        registry.unwatch(listener);
    }

    private void arrived(PluginEntry entry) {
        database.whenReady(() -> entry.manifest().ifPresent(this::seed));
    }

    private void seed(Manifest manifest) {
        List<Definition> documented = manifest.propertyDefinitions().stream()
                .map(property -> new Definition(
                        property.resourceType(),
                        property.key(),
                        property.name(),
                        property.description(),
                        property.valueType(),
                        property.required(),
                        property.example()))
                .toList();
        try {
            definitions.seed(manifest.vendor(), documented);
        } catch (UnavailableException e) {
            LOG.debug("The database went away; the properties of {} are stored when it is back", manifest.key());
            database.whenReady(() -> seed(manifest));
        } catch (IllegalArgumentException e) {
            LOG.warn("The properties of {} are not documented: {}", manifest.key(), e.getMessage());
        }
    }
}
