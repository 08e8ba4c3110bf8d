package bndrun.peers;

import static java.util.stream.Collectors.joining;

import inventory.core.store.PostgresPeer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The machines kept by hand are read from the product's own database, PostgreSQL: a view in the place of their table lets each statement
 * that reads them go wrong as told.
 */
final class OwnDatabase implements Faulty {
    /** More than the bundle reads with one statement, so that there is a second page. */
    private static final int MACHINES = 501;

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String NO_PAGES = "each page begins behind the last id that was read";
    private static final String NO_ANSWERS = "a database's driver checks what it is answered";
    private static final String NO_KEYS = "it is the product's own database, with its one login and address";

    private final Product product;
    private final String url;

    OwnDatabase(Product product, String url) {
        this.product = product;
        this.url = url;
    }

    /** Makes an empty database of somebody who, unlike the server's own user, can be refused something. */
    static String url(PostgresPeer postgres) throws IOException {
        String url = postgres.newDatabase();
        String name = url.substring(url.lastIndexOf('/') + 1);
        execute(
                url + "?user=" + postgres.user() + "&password=" + postgres.password(),
                "CREATE ROLE keeper LOGIN PASSWORD 'keeper'; ALTER DATABASE " + name + " OWNER TO keeper");
        return url + "?user=keeper&password=keeper";
    }

    @Override
    public String key() {
        return "internal:internal";
    }

    @Override
    public Map<String, Object> record() {
        return Map.of();
    }

    @Override
    public void fill(String provider) throws IOException {
        String rows = IntStream.range(0, MACHINES)
                .mapToObj(i -> "machine" + i + ",vm\r\n")
                .collect(joining());
        product.post(
                "/internal/machines/import/?provider=" + provider,
                200,
                "text/csv",
                BodyPublishers.ofString("name,type\r\n" + rows));
        String known = "/collection-runs/?status=completed&provider=" + provider;
        Await.until(
                "the machines are read",
                SOON,
                () -> product.get(known).get("count").asInt() == 1);
    }

    @Override
    public Map<Mishap, String> never() {
        return Map.of(
                Mishap.THROTTLED, NO_KEYS,
                Mishap.THROTTLED_UNTIL, NO_KEYS,
                Mishap.HALF, NO_ANSWERS,
                Mishap.HTML, NO_ANSWERS,
                Mishap.EXPIRED, NO_KEYS,
                Mishap.HUGE, "a page has 500 machines, and what is said of one is limited",
                Mishap.ENDLESS, NO_PAGES,
                Mishap.REPEATED, NO_PAGES,
                Mishap.SKEWED, "its login is not bound to the time of day",
                Mishap.CERTIFICATE, NO_KEYS);
    }

    /** They are read in one part. */
    @Override
    public boolean leavesNothing(Mishap mishap) {
        return true;
    }

    @Override
    public void breaks(Mishap mishap) throws IOException {
        heals();
        switch (mishap) {
            case RESET -> readWhere("pg_terminate_backend(pg_backend_pid())");
            case CUT ->
                readWhere("id < (SELECT max(id) FROM internal_machine_kept) OR pg_terminate_backend(pg_backend_pid())");
            case DENIED -> execute("REVOKE SELECT ON internal_machine FROM keeper");
            case SLOW -> readWhere("pg_sleep(60) IS NOT NULL");
            default -> throw new IllegalArgumentException(mishap.title());
        }
    }

    /** A statement that nobody waits for any more would go on and keep its lock. */
    @Override
    public void heals() throws IOException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
        execute("DO $$ BEGIN IF to_regclass('internal_machine_kept') IS NOT NULL THEN "
                + "DROP VIEW internal_machine; ALTER TABLE internal_machine_kept RENAME TO internal_machine; "
                + "END IF; END $$");
        execute("GRANT SELECT ON internal_machine TO keeper");
    }

    private void readWhere(String condition) throws IOException {
        execute("ALTER TABLE internal_machine RENAME TO internal_machine_kept");
        execute("CREATE VIEW internal_machine AS SELECT * FROM internal_machine_kept WHERE " + condition);
    }

    private void execute(String sql) throws IOException {
        execute(url, sql);
    }

    private static void execute(String url, String sql) throws IOException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(sql, e);
        }
    }

    @Override
    public void close() {
        // the database belongs to who started it
    }
}
