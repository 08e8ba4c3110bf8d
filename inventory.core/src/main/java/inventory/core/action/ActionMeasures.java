package inventory.core.action;

import inventory.api.action.TaskStatus;
import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The figures of actions on this node since it started. Thread-safe. */
@Component(service = {ActionMeasures.class, MeasureSource.class})
public final class ActionMeasures implements MeasureSource {
    private final Map<TaskStatus, LongAdder> tasks = new EnumMap<>(TaskStatus.class);
    private final ActiveActions active;

    @Activate
    public ActionMeasures(@Reference ActiveActions active) {
        this.active = active;
        for (TaskStatus status : TaskStatus.values()) {
            if (status.terminal()) {
                tasks.put(status, new LongAdder());
            }
        }
    }

    void ended(TaskStatus status) {
        tasks.get(status).increment();
    }

    @Override
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        tasks.forEach((status, count) -> measures.add(new Measure(
                "inventory_actions_total",
                "Actions that ended on this node.",
                Measure.Type.COUNTER,
                Map.of("status", status.slug()),
                (double) count.sum())));
        measures.add(new Measure(
                "inventory_active_actions",
                "Actions that are being carried out.",
                Measure.Type.GAUGE,
                Map.of(),
                active.count()));
        return measures;
    }
}
