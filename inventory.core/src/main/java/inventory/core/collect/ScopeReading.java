package inventory.core.collect;

import inventory.api.provider.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A scope on its way: which attempt is next, when, and what the last one met. Used by the run's own thread only. */
final class ScopeReading {
    private final Scope scope;
    private final Set<String> types;
    private int attempts;
    private Instant notBefore = Instant.MIN;
    private Optional<Failure> lastFailure = Optional.empty();

    /** @param types those of the scope that the run is about */
    ScopeReading(Scope scope, Set<String> types) {
        this.scope = scope;
        this.types = Set.copyOf(types);
    }

    Scope scope() {
        return scope;
    }

    Set<String> types() {
        return types;
    }

    int attempts() {
        return attempts;
    }

    Instant notBefore() {
        return notBefore;
    }

    void attempted() {
        attempts++;
    }

    void retryAt(Instant time, Failure failure) {
        notBefore = time;
        lastFailure = Optional.of(failure);
    }

    /** @return what the last attempt met, or else this */
    NotRead notRead(Failure otherwise) {
        return new NotRead(scope.id(), "", lastFailure.orElse(otherwise), attempts);
    }

    NotRead failed(Failure failure) {
        return new NotRead(scope.id(), "", failure, attempts);
    }
}
