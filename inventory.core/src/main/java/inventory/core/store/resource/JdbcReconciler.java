package inventory.core.store.resource;

import inventory.core.reconcile.Reconciler;
import inventory.core.reconcile.RunSession;
import inventory.core.store.Database;
import inventory.core.store.feed.BellRope;
import inventory.core.store.resource.RunContext.RunKnowledge;
import inventory.core.store.resource.RunContext.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Compares by fingerprints and writes sets of rows. */
@Component(configurationPid = ReconcileConfig.PID)
@Designate(ocd = ReconcileConfig.class)
public final class JdbcReconciler implements Reconciler {
    private final Settings settings;

    @Activate
    public JdbcReconciler(@Reference Database database, @Reference BellRope bells, ReconcileConfig config) {
        this(database, bells::pull, Clock.systemUTC(), config.largest_record_bytes());
    }

    /**
     * @param bell rung after each commit of changes
     * @param largest bytes that a record may have
     */
    public JdbcReconciler(Database database, Runnable bell, Clock clock, int largest) {
        settings = new Settings(database, bell, clock, largest);
    }

    @Override
    public RunSession open(RunReference run) {
        try (Connection connection = settings.database().open()) {
            try {
                RunKnowledge knowledge = KnowledgeLoader.load(connection, run);
                return new JdbcRunSession(new RunContext(settings, run, knowledge));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw settings.database().failure(e);
        }
    }
}
