package inventory.core.action;

import inventory.core.action.ActionControl.Stop;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** The actions that this node carries out. Thread-safe. */
@Component(service = ActiveActions.class)
public final class ActiveActions {
    private final Map<UUID, ActionControl> actions = new ConcurrentHashMap<>();

    ActionControl begin(UUID task) {
        ActionControl control = new ActionControl();
        actions.put(task, control);
        return control;
    }

    void end(UUID task, ActionControl control) {
        actions.remove(task, control);
    }

    /** Stops the action if it is carried out here. */
    void stop(UUID task, Stop why) {
        ActionControl control = actions.get(task);
        if (control != null) {
            control.stop(why);
        }
    }

    void stopAll(Stop why) {
        actions.values().forEach(control -> control.stop(why));
    }

    int count() {
        return actions.size();
    }
}
