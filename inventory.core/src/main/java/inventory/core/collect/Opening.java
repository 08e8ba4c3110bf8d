package inventory.core.collect;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.Scope;
import inventory.core.collect.Connections.Prepared;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects and asks for the scopes, again if it may pass. */
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final RunParts parts;
    private final Prepared prepared;
    private final RunPulse pulse;
    private boolean ended;
    private volatile List<Scope> scopes = List.of();
    private volatile Failure failure;

    Opening(RunParts parts, Prepared prepared, RunPulse pulse) {
        this.parts = parts;
        this.prepared = prepared;
        this.pulse = pulse;
    }

    /**
     * Opens the connection of {@link PluginUse}.
     *
     * @return the scopes
     */
    List<Scope> open() throws RunFailedException, RunStoppedException {
        for (int attempt = 1; ; attempt++) {
            attempt();
            if (failure == null) {
                return scopes;
            }
            if (failure.kind() == FailureKind.THROTTLED) {
                parts.figures().throttled();
            }
            Optional<Instant> next = parts.services()
                    .settings()
                    .retry()
                    .next(failure, attempt)
                    .map(delay -> parts.services().clock().instant().plus(delay))
                    .filter(time -> time.isBefore(parts.deadline()));
            if (next.isEmpty()) {
                throw new RunFailedException(failure);
            }
            parts.figures().retried();
            waitUntil(next.get());
        }
    }

    private void attempt() throws RunStoppedException {
        failure = null;
        ended = false;
        PluginCall call = prepared.plugin().call(this::connect);
        call.whenEnded(() -> parts.control().post(() -> ended = true));
        parts.services().threads().start(call);
        CallEnding ending = new CallEnding(parts);
        while (!ended) {
            if (parts.control().stopped().isPresent() || !now().isBefore(parts.deadline())) {
                ending.giveUp(List.of(call));
                ended = true;
                failure = new Failure(FailureKind.TIMEOUT, "There was no connection before the end of the run");
            } else {
                pulse.await(parts.deadline());
            }
        }
        throwIfStopped();
    }

    private void waitUntil(Instant time) throws RunStoppedException {
        while (now().isBefore(time)) {
            pulse.await(time);
            throwIfStopped();
        }
    }

    private void throwIfStopped() throws RunStoppedException {
        if (parts.control().stopped().isPresent()) {
            throw new RunStoppedException(parts.control().stopped().get());
        }
    }

    private Instant now() {
        return parts.services().clock().instant();
    }

    /** Calls the plugin, on its own thread. */
    private void connect() {
        try {
            ProviderConnection connection = prepared.plugin().provider().connect(prepared.context());
            boolean kept = false;
            try {
                scopes = distinct(connection.scopes());
                prepared.plugin().opened(connection);
                kept = true;
            } finally {
                if (!kept) {
                    connection.close();
                }
            }
        } catch (ProviderException e) {
            failure = Failure.of(e);
        } catch (InterruptedException e) {
            failure = new Failure(FailureKind.INTERNAL, "The plugin ended its own thread");
        } catch (Throwable e) {
            // The one catch-all of this thread: whatever a plugin throws ends this attempt and nothing else.
            LOG.error("Run {}: connecting failed inside", parts.run().id(), e);
            failure =
                    new Failure(FailureKind.INTERNAL, Failure.inside(parts.run().id()));
        }
    }

    private static List<Scope> distinct(List<Scope> scopes) throws ProviderException {
        Set<String> ids = new HashSet<>();
        for (Scope scope : scopes) {
            if (!ids.add(scope.id())) {
                throw new ProviderException(
                        FailureKind.INTERNAL, "The plugin names the scope " + scope.id() + " twice");
            }
        }
        return List.copyOf(scopes);
    }
}
