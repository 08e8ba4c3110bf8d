package inventory.core.store;

import inventory.api.UnavailableException;
import inventory.api.store.BundleStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The database for one bundle, whose migrations are applied by whoever comes first. */
@Component(service = BundleStore.class, scope = ServiceScope.BUNDLE)
public final class MigratedStore implements BundleStore {
    private static final String FOLDER = "META-INF/migrations/";

    private final Database database;
    private final String owner;
    private final Migrations migrations;
    private boolean migrated;

    @Activate
    public MigratedStore(@Reference Database database, ComponentContext context) {
        this(database, context.getUsingBundle());
    }

    MigratedStore(Database database, Bundle bundle) {
        this.database = database;
        owner = bundle.getSymbolicName();
        String history = owner.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + "_schema_history";
        migrations = new Migrations(database.dialect(), history, true, files(bundle), file -> text(bundle, file));
    }

    @Override
    public <T> T read(Work<T> work) {
        requireTables();
        return database.read(work::with);
    }

    @Override
    public <T> T write(Work<T> work) {
        requireTables();
        return database.write(work::with);
    }

    private synchronized void requireTables() {
        if (migrated) {
            return;
        }
        try {
            database.migrate(migrations);
            migrated = true;
        } catch (FlywayException | Migrations.NewerSchemaException e) {
            throw new UnavailableException("the tables of " + owner + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static List<String> files(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, "V*__*.sql", false);
        List<URL> urls = found == null ? List.of() : Collections.list(found);
        return urls.stream()
                .map(url -> url.getPath().replaceFirst(".*/", ""))
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String text(Bundle bundle, String file) {
        try (InputStream in = bundle.getEntry(FOLDER + file).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
