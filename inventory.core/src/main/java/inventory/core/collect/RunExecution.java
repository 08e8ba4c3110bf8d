package inventory.core.collect;

import inventory.api.UnavailableException;
import inventory.api.provider.FailureKind;
import inventory.api.provider.Scope;
import inventory.core.collect.Connections.Prepared;
import inventory.core.collect.RunControl.Stop;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.RunSession.Removals;
import inventory.core.reconcile.StaleRunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One run from its plugin to its end. Works on the run's own thread, which never calls a plugin. */
final class RunExecution {
    private final RunParts parts;
    private final RunOutcome outcome;
    private final RunPulse pulse;

    RunExecution(RunParts parts) {
        this.parts = parts;
        outcome = new RunOutcome(parts.figures());
        pulse = new RunPulse(parts);
    }

    /**
     * Reads everything the run is about, and stores how it ended.
     *
     * @return how it ended
     * @throws RunStoppedException it was stopped, and nothing is to be stored
     */
    RunEnd run() throws RunStoppedException {
        try {
            return ended();
        } catch (StaleRunException e) {
            throw new RunStoppedException(Stop.LOST);
        } catch (UnavailableException e) {
            throw new RunStoppedException(Stop.STORE_AWAY);
        }
    }

    /** @return the end of a run that met a defect of ours */
    RunEnd failedInside() {
        return outcome.failed(new Failure(
                FailureKind.INTERNAL,
                "The run failed inside; the server's log has the details under run "
                        + parts.run().id()));
    }

    private RunEnd ended() throws RunStoppedException {
        try {
            return read();
        } catch (RunFailedException e) {
            return parts.end(outcome.failed(e.failure()));
        }
    }

    private RunEnd read() throws RunFailedException, RunStoppedException {
        Prepared prepared = parts.services()
                .connections()
                .prepare(parts.run().target(), parts.run().types(), parts.deadline(), parts.figures());
        prepared.plugin().usedBy(parts.run().id());
        outcome.plugin(prepared.manifest().version(), prepared.mask());
        RunSession session;
        ScopeLoop loop;
        try {
            List<ScopeReading> scopes = wanted(new Opening(parts, prepared, pulse).open());
            parts.figures().scopes(scopes.size());
            if (scopes.isEmpty()) {
                return parts.end(outcome.nothingToRead());
            }
            session = parts.services().reconciler().open(parts.run().reference());
            loop = new ScopeLoop(parts, prepared.plugin(), session, pulse);
            loop.read(scopes);
        } finally {
            close(prepared.plugin());
        }
        return loop.scopesRead() == 0
                ? parts.end(outcome.ended(0, loop.notRead(), Optional.empty()))
                : finish(session, loop);
    }

    /** The plugin was let go before: what is removed is stored together with the end, and nothing comes between. */
    private RunEnd finish(RunSession session, ScopeLoop loop) throws RunStoppedException {
        parts.figures().says("Resolving relationships, removing what is gone");
        pulse.report();
        if (parts.control().stopped().isPresent()) {
            throw new RunStoppedException(parts.control().stopped().get());
        }
        RemovalGuard guard = parts.services().settings().guard();
        Removals removals = session.removals();
        boolean holds = guard.refuses(removals) && !parts.run().confirmRemovals();
        Optional<RunOutcome.HeldBack> heldBack =
                holds ? Optional.of(new RunOutcome.HeldBack(removals, guard.percent())) : Optional.empty();
        return session.finish(!holds, outcome.ended(loop.scopesRead(), loop.notRead(), heldBack));
    }

    private List<ScopeReading> wanted(List<Scope> scopes) {
        List<ScopeReading> wanted = new ArrayList<>();
        for (Scope scope : scopes) {
            Set<String> types = new TreeSet<>(scope.resourceTypes());
            if (!parts.run().types().isEmpty()) {
                types.retainAll(parts.run().types());
            }
            if (!types.isEmpty()) {
                wanted.add(new ScopeReading(scope, types));
            }
        }
        return wanted;
    }

    /** Closing calls the plugin, so it is a call of its own; a run does not wait long for it. */
    private void close(PluginUse plugin) {
        PluginCall call = plugin.closing();
        parts.services().threads().start(call);
        new CallEnding(parts).await(List.of(call));
    }
}
