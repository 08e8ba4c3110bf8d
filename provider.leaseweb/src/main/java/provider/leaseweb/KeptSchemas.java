package provider.leaseweb;

import inventory.api.UnavailableException;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.api.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.SchemaKey;
import provider.leaseweb.store.SchemaStore;

/** The named partition schemas of one provider record, as an action reads them. */
record KeptSchemas(SchemaStore store, UUID provider) {
    Optional<NamedSchema> find(String name) throws ProviderException {
        return read(() -> store.find(new SchemaKey(provider, name)));
    }

    List<String> names() throws ProviderException {
        return read(() -> store.names(provider));
    }

    private static <T> T read(Supplier<T> schemas) throws ProviderException {
        try {
            return schemas.get();
        } catch (UnavailableException | StoreException e) {
            FailureKind kind = e instanceof UnavailableException ? FailureKind.UNREACHABLE : FailureKind.INTERNAL;
            throw new ProviderException(
                    kind, "Nothing was changed, because the partition schemas cannot be read: " + e.getMessage(), e);
        }
    }
}
