package provider.leaseweb;

import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.PluginRecords;
import inventory.api.store.SeenVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.PartitionSchema;
import provider.leaseweb.schema.SchemaKey;
import provider.leaseweb.store.SchemaStore;

/** What people do with named partition schemas: each as far as they may read or write the provider record. Thread-safe. */
@Component(service = PartitionSchemas.class)
public final class PartitionSchemas {
    private final SchemaStore store;
    private final PluginRecords records;
    private final Clock clock;

    @Activate
    public PartitionSchemas(@Reference SchemaStore store, @Reference Inventory inventory) {
        this(store, inventory, Clock.systemUTC());
    }

    PartitionSchemas(SchemaStore store, Inventory inventory, Clock clock) {
        this.store = store;
        this.records = new PluginRecords(inventory, "leaseweb", "baremetal");
        this.clock = clock;
    }

    public SchemaStore.Slice list(Caller caller, UUID provider, int page, int size) {
        records.readable(caller, provider);
        return store.list(provider, page, size);
    }

    public NamedSchema get(Caller caller, SchemaKey key) {
        records.readable(caller, key.provider());
        return store.find(key).orElseThrow(() -> SchemaStore.missing(key));
    }

    public NamedSchema create(Caller caller, SchemaKey key, PartitionSchema schema) {
        records.writable(caller, key.provider());
        NamedSchema made = NamedSchema.of(key, schema, now());
        store.insert(made);
        return made;
    }

    public NamedSchema replace(Caller caller, SchemaKey key, PartitionSchema schema, SeenVersion seen) {
        records.writable(caller, key.provider());
        return store.change(key, before -> {
            requireNewest(seen, before);
            return before.with(schema, now());
        });
    }

    public void delete(Caller caller, SchemaKey key, SeenVersion seen) {
        records.writable(caller, key.provider());
        store.delete(key, schema -> requireNewest(seen, schema));
    }

    private static void requireNewest(SeenVersion seen, NamedSchema schema) {
        seen.requireNewest("Partition schema '" + schema.name() + "'", schema.version());
    }

    /** As precise as the columns are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
