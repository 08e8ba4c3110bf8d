package provider.sample;

import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.ResourceActions;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import java.time.Duration;
import java.util.List;
import provider.sample.estate.Estate;
import provider.sample.estate.Kind;
import provider.sample.map.ResourceMapper;

/** Reads a generated estate page by page, as if each page were a remote call. */
final class SampleConnection implements ProviderConnection, ConnectionTest, ResourceActions {
    private static final int PAGE = 500;
    private static final int KINDS_OF_BAD_RECORD = 3;
    private final Settings settings;
    private final Estate estate;
    private final ProviderContext context;
    private final ResourceMapper mapper;
    private final RateLimit limit;

    SampleConnection(Settings settings, ProviderContext context) {
        this.settings = settings;
        this.context = context;
        estate = settings.estateAt(context.clock().instant());
        mapper = new ResourceMapper(estate, settings.metrics());
        limit = new RateLimit("sample/generator/" + estate.seed(), 1_000_000, Duration.ofSeconds(1));
    }

    @Override
    public List<Scope> scopes() {
        return estate.scopeList();
    }

    @Override
    public String test() {
        return "Generates %d resources in %d scopes, at epoch %d."
                .formatted(estate.resources(), estate.scopes(), estate.epoch());
    }

    @Override
    public ActionResult perform(ActionRequest request, ActionProgress progress)
            throws ProviderException, InterruptedException {
        context.permit(limit);
        return new SampleActions(progress).perform(request);
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        int number = Estate.numberOf(scope);
        boolean fails = settings.faults().scopes().contains(number);
        int budget = fails ? settings.faults().after() : Integer.MAX_VALUE;
        int size = estate.sizeOf(number);
        int from = 0;
        do {
            awaitPage(scope, from);
            for (int position = from; position < Math.min(from + PAGE, size) && budget > 0; position++) {
                budget -= emit(estate.indexAt(number, position), sink) ? 1 : 0;
            }
            from += PAGE;
        } while (from < size && budget > 0);
        if (fails) {
            throw new ProviderException(
                    settings.faults().kind(),
                    "The generator was told to fail in " + scope.id() + ".",
                    settings.faults().retryAfter(),
                    null);
        }
        denyTypes(scope, sink);
    }

    /** Every page is announced, counted and waited for like a call over the network. */
    private void awaitPage(Scope scope, int from) throws ProviderException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        context.permit(limit);
        context.progress(scope.id() + ": page " + (1 + from / PAGE));
        Thread.sleep(settings.latency().toMillis());
    }

    private boolean emit(int index, ResourceSink sink) throws InterruptedException {
        if (estate.isAbsent(index)
                || settings.faults().deniedTypes().contains(Kind.of(index).slug())) {
            return false;
        }
        sink.accept(mapper.map(index));
        if (index % 100 < settings.faults().badPercent()) {
            emitBadRecord(index, sink);
        }
        return true;
    }

    private void emitBadRecord(int index, ResourceSink sink) throws InterruptedException {
        String type = Kind.of(index).slug();
        switch (index / 100 % KINDS_OF_BAD_RECORD) {
            case 0 -> sink.accept(mapper.map(index, "", type));
            case 1 -> sink.accept(mapper.map(index, "bad-" + index, "no_such_type"));
            default -> sink.accept(mapper.map(index));
        }
    }

    private void denyTypes(Scope scope, ResourceSink sink) {
        for (String type : settings.faults().deniedTypes()) {
            if (scope.resourceTypes().contains(type)) {
                sink.notRead(type, FailureKind.PERMISSION, "The generator was told to deny " + type + ".");
            }
        }
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
