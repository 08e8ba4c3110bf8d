package inventory.core.store.run;

import inventory.api.action.TaskStatus;
import inventory.api.provider.FailureKind;
import inventory.api.store.StoreException;
import inventory.core.action.ChangeState;
import inventory.core.action.ClaimedTask;
import inventory.core.action.NewTask;
import inventory.core.action.TaskEnd;
import inventory.core.action.TaskNotes;
import inventory.core.action.TaskStore;
import inventory.core.collect.Failure;
import inventory.core.store.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks as rows of {@code action_task}. */
@Component
public final class JdbcTaskStore implements TaskStore {
    private static final String STATE = "SELECT status, change_state FROM action_task WHERE id = ? FOR UPDATE";

    private final Transactions transactions;

    @Activate
    public JdbcTaskStore(@Reference Database database) {
        transactions = new Transactions(database);
    }

    /** Where a task stands, while nobody else can change that. */
    private record State(String status, ChangeState change) {}

    @Override
    public UUID create(NewTask task) {
        try {
            return transactions.write(statements -> new TaskCreation(statements, task).store(now()));
        } catch (StoreException e) {
            // Of several that ask at the same time, the database lets one through.
            throw transactions
                    .read(statements ->
                            TaskCreation.active(statements, task.resource().id()))
                    .<RuntimeException>map(TaskCreation::conflict)
                    .orElse(e);
        }
    }

    @Override
    public void refused(NewTask task) {
        transactions.write(statements -> {
            new TaskCreation(statements, task).audit(now(), "refused", Optional.empty());
            return null;
        });
    }

    @Override
    public Optional<ClaimedTask> claim(UUID id) {
        return transactions.write(statements -> {
            Optional<ClaimedTask> task = statements.first(
                    TaskRows::claimed,
                    "SELECT t.*, " + RunRows.TARGET
                            + " FROM action_task t JOIN provider p ON p.id = t.provider_id WHERE t.id = ?",
                    id);
            int mine = statements.update(
                    "UPDATE action_task SET status = 'running', fence = fence + 1, started_at = ?, sealed_secrets = ''"
                            + " WHERE id = ? AND status = 'pending'",
                    now(),
                    id);
            return mine == 0 ? Optional.empty() : task;
        });
    }

    @Override
    public Optional<TaskStatus> bury(UUID id) {
        Failure gone = new Failure(FailureKind.INTERNAL, "The node that carried it out stopped in the middle of it.");
        return transactions.write(statements -> finish(
                new TaskClosing(statements, id, Optional.empty()),
                List.of("running"),
                change -> TaskEnd.brokenOff(gone, change)));
    }

    @Override
    public boolean note(UUID id, long fence, TaskNotes notes) {
        return transactions.write(statements -> statements.update(
                        "UPDATE action_task SET percent = ?, message = ?, log = ?, change_state = ?"
                                + " WHERE id = ? AND fence = ? AND status = 'running'",
                        notes.percent(),
                        notes.message(),
                        TaskRows.write(notes.log()),
                        notes.change().slug(),
                        id,
                        fence)
                > 0);
    }

    @Override
    public boolean end(UUID id, long fence, TaskNotes notes, TaskEnd end) {
        return transactions.write(statements -> {
            int mine = statements.update(
                    "UPDATE action_task SET percent = ?, log = ?, change_state = ?"
                            + " WHERE id = ? AND fence = ? AND status = 'running'",
                    notes.percent(),
                    TaskRows.write(notes.log()),
                    notes.change().slug(),
                    id,
                    fence);
            if (mine > 0) {
                new TaskClosing(statements, id, Optional.empty()).close(now(), end);
            }
            return mine > 0;
        });
    }

    @Override
    public Optional<TaskStatus> cancel(UUID id, String who) {
        return transactions.write(statements -> finish(
                new TaskClosing(statements, id, Optional.of(who)),
                List.of("pending", "running"),
                change -> TaskEnd.canceled(who, change)));
    }

    @Override
    public List<UUID> active(UUID provider) {
        return transactions.read(statements -> statements.list(
                row -> row.getObject(1, UUID.class),
                "SELECT id FROM action_task WHERE provider_id = ? AND status IN ('pending', 'running')",
                provider));
    }

    /** @param ending how it ends follows from what it was changing */
    private static Optional<TaskStatus> finish(
            TaskClosing task, List<String> from, Function<ChangeState, TaskEnd> ending) throws SQLException {
        Optional<State> state = task.statements()
                .first(row -> new State(row.getString(1), ChangeState.of(row.getString(2))), STATE, task.id())
                .filter(found -> from.contains(found.status()));
        if (state.isEmpty()) {
            return Optional.empty();
        }
        TaskEnd end = ending.apply(state.get().change());
        task.close(now(), end);
        return Optional.of(end.status());
    }

    /** As precise as the columns are. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
