package inventory.api.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what an action says, and waits for nothing. */
public final class RecordingProgress implements ActionProgress {
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean unsettled;

    @Override
    public void changing() {
        unsettled = true;
    }

    @Override
    public void changed() {
        unsettled = false;
    }

    @Override
    public void step(int percent, String message) {
        steps.add(percent + " " + message);
    }

    @Override
    public void pause(Duration pause) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(pause);
    }

    /** @return whether a failure now would leave the outcome unknown */
    public boolean unsettled() {
        return unsettled;
    }

    /** @return {@code percent message} of each step */
    public List<String> steps() {
        return List.copyOf(steps);
    }

    /** @return how long it wanted to wait, each time */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
