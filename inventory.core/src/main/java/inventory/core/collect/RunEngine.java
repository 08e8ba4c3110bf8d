package inventory.core.collect;

import inventory.api.resource.RunStatus;
import inventory.core.collect.RunControl.Stop;
import inventory.core.reconcile.Reconciler;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes runs and works on them until they have ended. Thread-safe. */
@Component(service = RunWorker.class, configurationPid = CollectConfig.PID)
@Designate(ocd = CollectConfig.class)
public final class RunEngine implements RunWorker {
    private static final Logger LOG = LoggerFactory.getLogger(RunEngine.class);

    private final CollectServices services;
    private final ActiveRuns active;
    private final CollectionMeasures measures;

    @Activate
    public RunEngine(
            CollectConfig config,
            @Reference RunStore store,
            @Reference Reconciler reconciler,
            @Reference Connections connections,
            @Reference PluginThreads threads,
            @Reference ActiveRuns active,
            @Reference CollectionMeasures measures) {
        this(
                new CollectServices(
                        store,
                        reconciler,
                        threads,
                        new NodeSlots(config.scopes_per_node()),
                        connections,
                        CollectSettings.of(config),
                        Clock.systemUTC()),
                active,
                measures);
    }

    RunEngine(CollectServices services, ActiveRuns active, CollectionMeasures measures) {
        this.services = services;
        this.active = active;
        this.measures = measures;
        measures.watch(services.slots(), services.threads());
    }

    @Override
    public void work(UUID runId) {
        RunControl control = active.begin(runId);
        try {
            Optional<ClaimedRun> run = services.store().claim(runId);
            if (run.isPresent()) {
                work(run.get(), control);
            }
        } finally {
            active.end(control);
        }
    }

    @Override
    public void drain() {
        active.stopAll(Stop.NODE_STOPS);
    }

    private void work(ClaimedRun run, RunControl control) {
        Instant begin = services.clock().instant();
        RunProgress figures = new RunProgress();
        RunParts parts = new RunParts(
                services, run, control, figures, begin.plus(services.settings().deadline()));
        try {
            RunEnd end = run.lanesRead() > 0 ? parts.end(halfDone(run)) : execute(parts);
            measures.ended(end);
            log(run, end, Duration.between(begin, services.clock().instant()));
        } catch (RunStoppedException e) {
            stopped(run, e.why());
        } finally {
            measures.worked(figures);
        }
    }

    private static RunEnd execute(RunParts parts) throws RunStoppedException {
        RunExecution execution = new RunExecution(parts);
        try {
            return execution.run();
        } catch (RejectedExecutionException e) {
            throw new RunStoppedException(Stop.NODE_STOPS);
        } catch (RuntimeException e) {
            // The one catch-all of this thread: a defect of ours ends the run with a word, instead of bringing it back
            // for ever.
            LOG.error("Run {} failed inside", parts.run().id(), e);
            return parts.end(execution.failedInside());
        }
    }

    /**
     * An earlier worker died in the middle. What it stored is true and stays; reading it once more in the same run would count every
     * sighting twice, so a new run has to go on.
     */
    private static RunEnd halfDone(ClaimedRun run) {
        return new RunEnd(
                RunStatus.FAILED,
                "The node that worked on this run stopped in the middle of it. What was read until then is stored and nothing"
                        + " was removed. Collect again.",
                Map.of(),
                true,
                "",
                run.soFar());
    }

    private static void log(ClaimedRun run, RunEnd end, Duration duration) {
        RunReport report = end.report();
        LOG.info(
                "Run {} of {} {} in {} s: {} found, {} created, {} updated, {} unchanged, {} removed{}",
                run.id(),
                run.target().name(),
                end.status().slug(),
                "%.1f".formatted(duration.toMillis() / 1000.0),
                report.found(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.removed(),
                end.message().isEmpty() ? "" : ". " + end.message());
    }

    private void stopped(ClaimedRun run, Stop why) {
        switch (why) {
            case CANCELED, LOST ->
                LOG.info(
                        "Run {} of {} was canceled or taken over",
                        run.id(),
                        run.target().name());
            case NODE_STOPS, STORE_AWAY ->
                throw new IllegalStateException("Run " + run.id() + " is left to the next worker: " + why);
        }
    }
}
