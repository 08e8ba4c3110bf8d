package inventory.api.query;

import inventory.api.NotFoundException;
import inventory.api.UnavailableException;
import inventory.api.admin.CollectRequest;
import inventory.api.admin.ProviderDraft;
import inventory.api.admin.Providers;
import inventory.api.identity.Caller;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.History;
import inventory.api.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Provider records in a list, and a note of which are to be collected. */
public final class FakeRecords implements Inventory, Providers {
    public final List<String> collected = new ArrayList<>();
    private final List<Provider> records = new ArrayList<>();
    public boolean planningFails;

    /** @param plugin its key */
    public UUID add(UUID id, String plugin, long organization) {
        Instant now = Instant.EPOCH;
        records.add(new Provider(
                id,
                "Rack 7",
                "private_cloud",
                plugin.split(":", 2)[0],
                plugin.split(":", 2)[1],
                "",
                "",
                true,
                Map.of(),
                organization,
                now,
                now,
                Optional.empty(),
                Optional.empty()));
        return id;
    }

    @Override
    public <T> Page<T> list(Caller caller, Listing<T> listing, Query query) {
        List<T> rows = records.stream()
                .filter(provider -> query.filters().get("vendor").contains(provider.vendor()))
                .filter(provider -> query.filters().get("provider_type").contains(provider.providerType()))
                .filter(provider -> caller.reads(provider.organization()))
                .map(listing.rowType()::cast)
                .toList();
        return new Page<>(rows, rows.size(), false, Optional.empty());
    }

    @Override
    public <T> T get(Caller caller, Listing<T> listing, String id) {
        if (listing != (Object) Listings.PROVIDERS) {
            throw new UnsupportedOperationException(listing.name());
        }
        return records.stream()
                .filter(provider -> provider.id().toString().equals(id) && caller.reads(provider.organization()))
                .map(listing.rowType()::cast)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("none"));
    }

    @Override
    public void collectSoon(Caller caller, String id) {
        if (planningFails) {
            throw new UnavailableException("the database cannot be reached", null);
        }
        collected.add(id);
    }

    @Override
    public History history(Caller caller, String resourceId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Health health(Duration limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Provider create(Caller caller, ProviderDraft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Provider update(Caller caller, String id, ProviderDraft draft, boolean replace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Caller caller, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CollectionRun collect(Caller caller, String id, CollectRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CollectionRun cancel(Caller caller, String runId) {
        throw new UnsupportedOperationException();
    }
}
