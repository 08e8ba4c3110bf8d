package inventory.core.action;

import inventory.api.action.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Notes what it was asked for. */
public final class RecordingTasks implements Tasks {
    public final List<String> canceled = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Task request(NewTask task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void refused(NewTask task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Task cancel(UUID task, String who) {
        canceled.add(task + " by " + who);
        return null;
    }

    @Override
    public void cancelForProvider(UUID provider) {
        canceled.add("all of " + provider);
    }
}
