package inventory.api.provider;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/** A provider under the contract: how to reach a healthy system for it, and the same system with each fault. */
public final class Subject {
    private final BaseProvider provider;
    private final Scenario healthy;
    private final Map<Fault, Scenario> faults = new EnumMap<>(Fault.class);
    private final Map<Fault, String> excuses = new EnumMap<>(Fault.class);
    private final Set<String> secrets = new HashSet<>();
    private int mostCalls;
    private Optional<IntSupplier> callsReceived = Optional.empty();

    private Subject(BaseProvider provider, Scenario healthy) {
        this.provider = provider;
        this.healthy = healthy;
    }

    /**
     * @param provider the one under test
     * @param healthy a system with at least one resource that answers everything, alike each time
     */
    public static Subject of(BaseProvider provider, Scenario healthy) {
        return new Subject(provider, healthy);
    }

    /** The healthy system, with this fault somewhere. What it still answers, it answers as before. */
    public Subject when(Fault fault, Scenario scenario) {
        faults.put(fault, scenario);
        return this;
    }

    /** This fault cannot happen to the provider, for a reason that is told. */
    public Subject never(Fault fault, String reason) {
        excuses.put(fault, reason);
        return this;
    }

    /** Reading the healthy system takes no more than this many remote calls, opening the connection included. */
    public Subject mostCalls(int calls) {
        mostCalls = calls;
        return this;
    }

    /** How many calls the healthy system received since its scenario was opened; must equal the permits asked for. */
    public Subject callsReceived(IntSupplier counter) {
        callsReceived = Optional.of(counter);
        return this;
    }

    /** A further text that must not show anywhere; the password is one already. */
    public Subject secret(String text) {
        secrets.add(text);
        return this;
    }

    BaseProvider provider() {
        return provider;
    }

    Scenario healthy() {
        return healthy;
    }

    Optional<Scenario> scenario(Fault fault) {
        return Optional.ofNullable(faults.get(fault));
    }

    Optional<String> excuse(Fault fault) {
        return Optional.ofNullable(excuses.get(fault));
    }

    int mostCalls() {
        return mostCalls;
    }

    Optional<IntSupplier> callsReceived() {
        return callsReceived;
    }

    Set<String> secrets(FakeProviderContext context) {
        Set<String> all = new TreeSet<>(secrets);
        all.add(context.credential().password());
        all.removeIf(String::isEmpty);
        return all;
    }
}
