package inventory.core.shell;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.admin.CollectRequest;
import inventory.api.admin.ProviderDraft;
import inventory.api.admin.Providers;
import inventory.api.identity.Caller;
import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is asked for and answers with samples. */
final class FakeProviders implements Providers {
    final List<ProviderDraft> drafts = new ArrayList<>();
    final List<CollectRequest> requests = new ArrayList<>();
    final List<String> removed = new ArrayList<>();
    private final FakeInventory inventory;

    FakeProviders(FakeInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Provider create(Caller caller, ProviderDraft draft) {
        drafts.add(draft);
        return Samples.PROVIDER;
    }

    @Override
    public Provider update(Caller caller, String id, ProviderDraft draft, boolean replace) {
        throw new UnsupportedOperationException("no command changes providers");
    }

    @Override
    public void delete(Caller caller, String id) {
        if (!caller.superuser()) {
            throw new ForbiddenException("Only admins of organization 1 may do this.");
        }
        removed.add(id);
    }

    @Override
    public CollectionRun collect(Caller caller, String id, CollectRequest request) {
        requests.add(request);
        return Samples.run("pending");
    }

    @Override
    public void collectSoon(Caller caller, String id) {
        throw new UnsupportedOperationException("no command does this");
    }

    @Override
    public CollectionRun cancel(Caller caller, String runId) {
        if (inventory.rows.getOrDefault(Listings.COLLECTION_RUNS, List.of()).isEmpty()) {
            throw new ConflictException("The run has ended already.");
        }
        return Samples.run("canceled");
    }
}
