package provider.leaseweb.store;

import inventory.api.ConflictException;
import inventory.api.NotFoundException;
import inventory.api.store.BundleStore;
import inventory.api.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.SchemaKey;

/** The named partition schemas in the product's database. Whether the caller may do it was settled before. Thread-safe. */
@Component(service = SchemaStore.class)
public final class SchemaStore {
    private static final int MOST = 200;

    private final BundleStore database;

    @Activate
    public SchemaStore(@Reference BundleStore database) {
        this.database = database;
    }

    /** Some schemas, and how many there are on all pages. */
    public record Slice(List<NamedSchema> schemas, long count) {}

    /** @return those of the provider, in the order of their names */
    public Slice list(UUID provider, int page, int size) {
        return database.read(connection -> {
            SchemaTable table = new SchemaTable(connection, provider);
            return new Slice(table.page((long) (page - 1) * size, size), table.count());
        });
    }

    /** @return the names of all that the provider has, in order */
    public List<String> names(UUID provider) {
        return list(provider, 1, MOST).schemas().stream().map(NamedSchema::name).toList();
    }

    public Optional<NamedSchema> find(SchemaKey key) {
        return database.read(connection -> new SchemaTable(connection, key.provider()).find(key.name(), false));
    }

    /**
     * @throws ConflictException there is one of this name, or there are as many as there may be
     * @throws NotFoundException the provider was deleted meanwhile
     */
    public void insert(NamedSchema schema) {
        try {
            edit(schema.provider(), table -> {
                if (table.count() >= MOST) {
                    throw new ConflictException("This provider has " + MOST
                            + " partition schemas, as many as there may be. Delete one that is not needed.");
                }
                table.insert(schema);
                return schema;
            });
        } catch (StoreException e) {
            if (e.isUniqueViolation()) {
                throw new ConflictException("There is a partition schema '" + schema.name()
                        + "' already. Replace it with PUT, or take another name.");
            } else if (e.isConstraintViolation()) {
                throw new NotFoundException("The provider " + schema.provider() + " is gone.");
            }
            throw e;
        }
    }

    /**
     * Changes one.
     *
     * @return as it is then
     * @throws NotFoundException there is none
     */
    public NamedSchema change(SchemaKey key, UnaryOperator<NamedSchema> change) {
        return edit(key.provider(), table -> {
            NamedSchema before = locked(table, key);
            NamedSchema after = change.apply(before);
            if (!after.equals(before)) {
                table.update(after);
            }
            return after;
        });
    }

    /**
     * @param check looks at it before it goes
     * @throws NotFoundException there is none
     */
    public void delete(SchemaKey key, Consumer<NamedSchema> check) {
        edit(key.provider(), table -> {
            NamedSchema schema = locked(table, key);
            check.accept(schema);
            table.delete(key.name());
            return schema;
        });
    }

    /** What is told of a name that is none. */
    public static NotFoundException missing(SchemaKey key) {
        return new NotFoundException("There is no partition schema '" + key.name() + "' of this provider.");
    }

    private static NamedSchema locked(SchemaTable table, SchemaKey key) throws SQLException {
        return table.find(key.name(), true).orElseThrow(() -> missing(key));
    }

    private interface Work {
        NamedSchema with(SchemaTable table) throws SQLException;
    }

    private NamedSchema edit(UUID provider, Work work) {
        try {
            return database.write((Connection connection) -> work.with(new SchemaTable(connection, provider)));
        } catch (StoreException e) {
            if (e.isConflict()) {
                throw new ConflictException("Others are changing the same partition schema. Try again.");
            }
            throw e;
        }
    }
}
