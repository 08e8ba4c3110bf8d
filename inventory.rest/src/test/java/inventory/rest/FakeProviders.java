package inventory.rest;

import inventory.api.admin.CollectRequest;
import inventory.api.admin.ProviderDraft;
import inventory.api.admin.Providers;
import inventory.api.identity.Caller;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import java.util.Optional;

/** Notes drafts down and answers with the sample rows. */
final class FakeProviders implements Providers {
    /** Thrown by the next collect call. */
    Optional<RuntimeException> refusal = Optional.empty();

    private final FakeCore core;

    FakeProviders(FakeCore core) {
        this.core = core;
    }

    @Override
    public Provider create(Caller caller, ProviderDraft draft) {
        core.write("create", draft);
        return Samples.PROVIDER;
    }

    @Override
    public Provider update(Caller caller, String id, ProviderDraft draft, boolean replace) {
        core.write(replace ? "replace" : "change", id, draft);
        return Samples.PROVIDER;
    }

    @Override
    public void delete(Caller caller, String id) {
        core.write("delete", id);
    }

    @Override
    public CollectionRun collect(Caller caller, String id, CollectRequest request) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        core.write("collect", id, request);
        return Samples.RUN;
    }

    @Override
    public void collectSoon(Caller caller, String id) {
        throw new UnsupportedOperationException("no resource does this");
    }

    @Override
    public CollectionRun cancel(Caller caller, String runId) {
        core.write("cancel", runId);
        return Samples.RUN;
    }
}
