package inventory.core.action;

import inventory.api.action.TaskLine;
import inventory.api.action.TaskStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The notes of a task in progress. Thread-safe. */
final class TaskJournal {
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 500;
    private static final int ALL = 100;

    private final Deque<TaskLine> log = new ArrayDeque<>();
    private int percent;
    private String message = "";
    private ChangeState change = ChangeState.NONE;
    private boolean stored = true;

    synchronized void step(Instant at, int done, String text) {
        percent = Math.max(percent, Math.min(ALL, done));
        message = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE - 1) + "…" : text;
        if (log.size() == MOST_LINES) {
            log.removeFirst();
        }
        log.addLast(new TaskLine(at, percent, message));
        stored = false;
    }

    synchronized void change(ChangeState state) {
        change = state;
        stored = false;
    }

    synchronized ChangeState change() {
        return change;
    }

    /** Says that what {@link #notes} gave next is in the store. @return whether there is anything new to store */
    synchronized boolean store() {
        boolean news = !stored;
        stored = true;
        return news;
    }

    synchronized TaskNotes notes() {
        return new TaskNotes(percent, message, change, List.copyOf(log));
    }

    /** @return the notes of a task that has ended like this */
    synchronized TaskNotes ended(Instant at, TaskEnd end) {
        step(at, end.status() == TaskStatus.COMPLETED ? ALL : percent, end.message());
        return notes();
    }
}
