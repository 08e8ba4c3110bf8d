package inventory.core.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends calls that are still under way, within a bounded time, whatever the plugin does. */
final class CallEnding {
    private final RunParts parts;

    CallEnding(RunParts parts) {
        this.parts = parts;
    }

    /**
     * Cancels the calls and waits for them for the time of grace.
     *
     * @return those that did not end: they are abandoned
     */
    List<PluginCall> giveUp(Collection<PluginCall> calls) {
        calls.forEach(PluginCall::cancel);
        return await(calls);
    }

    /** Waits for the calls for the time of grace. @return those that did not end: they are abandoned */
    List<PluginCall> await(Collection<PluginCall> calls) {
        AtomicInteger left = new AtomicInteger(calls.size());
        calls.forEach(call -> call.whenEnded(() -> {
            left.decrementAndGet();
            parts.control().wake();
        }));
        Instant end = now().plus(parts.services().settings().grace());
        while (left.get() > 0 && now().isBefore(end)) {
            parts.control().await(Duration.between(now(), end));
        }
        List<PluginCall> hanging = calls.stream().filter(call -> !call.ended()).toList();
        hanging.forEach(parts.services().threads()::abandon);
        return hanging;
    }

    private Instant now() {
        return parts.services().clock().instant();
    }
}
