package inventory.core.collect;

import inventory.core.collect.RunControl.Stop;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** The runs that this node works on. Thread-safe. */
@Component(service = ActiveRuns.class)
public final class ActiveRuns {
    private final Map<UUID, RunControl> runs = new ConcurrentHashMap<>();

    /** Work on the run starts here; older work on it, whose right has gone, is stopped. */
    RunControl begin(UUID run) {
        RunControl control = new RunControl(run);
        RunControl older = runs.put(run, control);
        if (older != null) {
            older.stop(Stop.LOST);
        }
        return control;
    }

    void end(RunControl control) {
        runs.remove(control.run(), control);
    }

    /** Stops the run if it is worked on here. */
    void stop(UUID run, Stop why) {
        RunControl control = runs.get(run);
        if (control != null) {
            control.stop(why);
        }
    }

    void stopAll(Stop why) {
        runs.values().forEach(control -> control.stop(why));
    }

    int count() {
        return runs.size();
    }
}
