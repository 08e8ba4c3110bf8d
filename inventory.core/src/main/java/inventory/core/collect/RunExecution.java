package inventory.core.collect;

import inventory.api.UnavailableException;
import inventory.api.provider.FailureKind;
import inventory.api.provider.Scope;
import inventory.core.collect.Connections.Prepared;
import inventory.core.collect.RunControl.Stop;
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
     * Reads everything the run is about.
     *
     * @return how it ended, to be stored
     * @throws RunStoppedException it was stopped, and nothing is to be stored
     */
    RunEnd run() throws RunStoppedException {
        try {
            return read();
        } catch (RunFailedException e) {
            return outcome.failed(e.failure());
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

    private RunEnd read() throws RunFailedException, RunStoppedException {
        Prepared prepared = parts.services()
                .connections()
                .prepare(parts.run().target(), parts.run().types(), parts.deadline(), parts.figures());
        prepared.plugin().usedBy(parts.run().id());
        outcome.plugin(prepared.manifest().version(), prepared.mask());
        try {
            List<Scope> scopes = new Opening(parts, prepared, pulse).open();
            try (RunSession session =
                    parts.services().reconciler().open(parts.run().reference())) {
                return read(prepared.plugin(), session, wanted(scopes));
            }
        } finally {
            close(prepared.plugin());
        }
    }

    private RunEnd read(PluginUse plugin, RunSession session, List<ScopeReading> scopes) throws RunStoppedException {
        parts.figures().scopes(scopes.size());
        if (scopes.isEmpty()) {
            return outcome.nothingToRead();
        }
        ScopeLoop loop = new ScopeLoop(parts, plugin, session, pulse);
        loop.read(scopes);
        if (loop.scopesRead() == 0) {
            return outcome.ended(0, loop.notRead(), Optional.empty());
        }
        return outcome.ended(loop.scopesRead(), loop.notRead(), finish(session));
    }

    /** @return what the guard held back, if it did */
    private Optional<RunOutcome.HeldBack> finish(RunSession session) throws RunStoppedException {
        parts.figures().says("Resolving relationships, removing what is gone");
        pulse.report();
        if (parts.control().stopped().isPresent()) {
            throw new RunStoppedException(parts.control().stopped().get());
        }
        RemovalGuard guard = parts.services().settings().guard();
        Removals removals = session.removals();
        boolean holds = guard.refuses(removals) && !parts.run().confirmRemovals();
        parts.figures().removed(session.finish(!holds));
        return holds ? Optional.of(new RunOutcome.HeldBack(removals, guard.percent())) : Optional.empty();
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
        PluginCall call = plugin.call(plugin::release);
        parts.services().threads().start(call);
        new CallEnding(parts).await(List.of(call));
    }
}
