package inventory.core.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who uses one plugin service. Once it is retired nobody new gets in. Thread-safe. */
final class LeaseBook {
    private final Set<PluginLease> open = new HashSet<>();
    private final List<Runnable> whenIdle = new ArrayList<>();
    private int entered;
    private boolean retired;

    /** @return whether the service may be used; {@link #leave} is due then */
    synchronized boolean enter() {
        if (!retired) {
            entered++;
        }
        return !retired;
    }

    synchronized void opened(PluginLease lease) {
        open.add(lease);
    }

    void closed(PluginLease lease) {
        synchronized (this) {
            open.remove(lease);
        }
        leave();
    }

    void leave() {
        List<Runnable> due = List.of();
        synchronized (this) {
            entered--;
            if (entered == 0 && retired) {
                due = List.copyOf(whenIdle);
                whenIdle.clear();
            }
        }
        due.forEach(Runnable::run);
    }

    /** Runs the action when the last user has left; at once if there is none. */
    void retire(Runnable idle) {
        synchronized (this) {
            retired = true;
            if (entered > 0) {
                whenIdle.add(idle);
                return;
            }
        }
        idle.run();
    }

    synchronized boolean retired() {
        return retired;
    }

    /** @return the collection runs among the users */
    synchronized Set<UUID> runs() {
        return users(PluginLease::run);
    }

    /** @return the tasks among the users */
    synchronized Set<UUID> tasks() {
        return users(PluginLease::task);
    }

    private Set<UUID> users(Function<PluginLease, UUID> kind) {
        return open.stream().map(kind).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
