package inventory.core.collect;

import inventory.api.provider.FailureKind;
import inventory.core.reconcile.RunSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Reads all scopes of a run, several at a time, each as often as its failures allow. Used by the run's own thread only. */
final class ScopeLoop {
    private final RunParts parts;
    private final PluginUse plugin;
    private final RunSession session;
    private final RunPulse pulse;
    private final PriorityQueue<ScopeReading> waiting =
            new PriorityQueue<>(Comparator.comparing(ScopeReading::notBefore));
    private final Set<ScopeAttempt> running = new HashSet<>();
    private final List<NotRead> notRead = new ArrayList<>();
    private int scopesRead;

    ScopeLoop(RunParts parts, PluginUse plugin, RunSession session, RunPulse pulse) {
        this.parts = parts;
        this.plugin = plugin;
        this.session = session;
        this.pulse = pulse;
    }

    /** Reads until every scope has ended, the run is stopped or its time is up. */
    void read(List<ScopeReading> scopes) throws RunStoppedException {
        waiting.addAll(scopes);
        while (!(waiting.isEmpty() && running.isEmpty()) && goesOn()) {
            startDue();
            pulse.await(nextStart());
        }
        giveUpRunning();
        if (parts.control().stopped().isPresent()) {
            throw new RunStoppedException(parts.control().stopped().get());
        }
        waiting.forEach(reading -> lost(reading.notRead(outOfTime())));
        waiting.clear();
    }

    /** @return scopes of which at least one type was read to its end */
    int scopesRead() {
        return scopesRead;
    }

    List<NotRead> notRead() {
        return List.copyOf(notRead);
    }

    private boolean goesOn() {
        return parts.control().stopped().isEmpty() && now().isBefore(parts.deadline());
    }

    private void startDue() {
        while (running.size() < parts.services().settings().scopesPerRun()
                && !waiting.isEmpty()
                && !waiting.peek().notBefore().isAfter(now())) {
            start(waiting.poll());
        }
    }

    private void start(ScopeReading reading) {
        reading.attempted();
        ScopeAttempt attempt = new ScopeAttempt(parts, reading, plugin, session);
        running.add(attempt);
        attempt.call().whenEnded(() -> parts.control().post(() -> ended(attempt)));
        parts.services().threads().start(attempt.call());
    }

    private Instant nextStart() {
        boolean full = running.size() >= parts.services().settings().scopesPerRun();
        Instant next =
                full || waiting.isEmpty() ? parts.deadline() : waiting.peek().notBefore();
        return next.isBefore(parts.deadline()) ? next : parts.deadline();
    }

    private void ended(ScopeAttempt attempt) {
        if (!running.remove(attempt)) {
            return;
        }
        ScopeReading reading = attempt.reading();
        ScopeResult result = attempt.result();
        if (result instanceof ScopeResult.Read read) {
            readToEnd(reading, read);
        } else if (result instanceof ScopeResult.Failed failed) {
            failed(reading, failed.failure());
        } else if (result instanceof ScopeResult.Stopped stopped) {
            parts.control().stop(stopped.why());
        } else {
            lost(reading.notRead(outOfTime()));
        }
    }

    private void readToEnd(ScopeReading reading, ScopeResult.Read read) {
        parts.figures().scopeDone(read.counts());
        read.notRead()
                .forEach((type, failure) ->
                        notRead.add(new NotRead(reading.scope().id(), type, failure, reading.attempts())));
        if (!read.notRead().keySet().containsAll(reading.types())) {
            scopesRead++;
        }
    }

    private void failed(ScopeReading reading, Failure failure) {
        if (failure.kind() == FailureKind.THROTTLED) {
            parts.figures().throttled();
        }
        Optional<Instant> next = parts.services()
                .settings()
                .retry()
                .next(failure, reading.attempts())
                .map(delay -> now().plus(delay))
                .filter(time -> time.isBefore(parts.deadline()));
        if (next.isPresent()) {
            parts.figures().retried();
            reading.retryAt(next.get(), failure);
            waiting.add(reading);
        } else {
            lost(reading.failed(failure));
        }
    }

    private void lost(NotRead scope) {
        parts.figures().scopeFailed();
        notRead.add(scope);
    }

    /** What has committed meanwhile still counts; what hangs is left behind. */
    private void giveUpRunning() {
        List<PluginCall> hanging = new CallEnding(parts)
                .giveUp(running.stream().map(ScopeAttempt::call).toList());
        for (ScopeAttempt attempt : List.copyOf(running)) {
            if (hanging.contains(attempt.call())) {
                attempt.abandon();
            }
            ended(attempt);
        }
    }

    private Failure outOfTime() {
        return new Failure(FailureKind.TIMEOUT, "Not read before the end of the run's time");
    }

    private Instant now() {
        return parts.services().clock().instant();
    }
}
