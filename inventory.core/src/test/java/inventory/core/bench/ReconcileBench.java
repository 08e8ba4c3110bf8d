package inventory.core.bench;

import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import inventory.core.reconcile.Reconciler.RunReference;
import inventory.core.reconcile.RunSession;
import inventory.core.reconcile.ScopeSession;
import inventory.core.store.DatabaseFixture;
import inventory.core.store.PooledDatabase;
import inventory.core.store.PostgresPeer;
import inventory.core.store.resource.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How fast observations become rows, against the database's own fastest way to write the same rows into the same tables with the same
 * indexes. All figures of a round follow each other; the median of the rounds counts.
 */
public final class ReconcileBench {
    private static final int SCOPES = 4;
    private static final int ONE_PERCENT = 100;

    private final World world;
    private final int resources;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    private ReconcileBench(World world, int resources) {
        this.world = world;
        this.resources = resources;
    }

    /** Arguments: number of resources (100000), rounds (3). */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int resources = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        run(resources, rounds, System.out);
    }

    /** Measures both databases with the settings they come with. */
    public static void run(int resources, int rounds, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        try (PostgresPeer peer = PostgresPeer.start(new String[0])) {
            measure("PostgreSQL", DatabaseFixture.postgresql(peer), new int[] {resources, rounds}, out);
        }
        Path folder = Files.createTempDirectory("inventory-bench-");
        measure("H2", DatabaseFixture.h2(folder.resolve("bench")), new int[] {resources, rounds}, out);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void measure(String name, PooledDatabase database, int[] size, PrintStream out)
            throws InterruptedException, ExecutionException {
        try (World world = new World(database)) {
            ReconcileBench bench = new ReconcileBench(world, size[0]);
            // the first round warms up and does not count
            for (int i = 0; i <= size[1]; i++) {
                bench.round();
                if (i == 0) {
                    bench.seconds.clear();
                }
            }
            bench.print(name, out);
        }
    }

    private void round() throws InterruptedException, ExecutionException {
        List<ResourceData> first = BenchEstate.of(resources, 0);
        List<ResourceData> changed = BenchEstate.of(resources, ONE_PERCENT);
        clear();
        UUID provider = world.newProvider("bench");
        time("first reconciliation, one thread", () -> reconcile(provider, first, 1));
        clear();
        UUID again = world.newProvider("bench");
        time("first reconciliation, " + SCOPES + " threads", () -> reconcile(again, first, SCOPES));
        RawRows rows = RawRows.of(world.database());
        time("nothing changed", () -> reconcile(again, first, SCOPES));
        time("1 % changed", () -> reconcile(again, changed, SCOPES));
        time("raw: every row written again", () -> rows.update(world.database()));
        truncate();
        time("raw: the same rows into the same tables", () -> rows.insert(world.database()));
    }

    private interface Work {
        void run() throws InterruptedException, ExecutionException;
    }

    private void time(String what, Work work) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        work.run();
        seconds.computeIfAbsent(what, unknown -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e9);
    }

    private void clear() {
        truncate();
        world.forgetProviders();
    }

    private void truncate() {
        boolean postgresql = world.database().dialect().name().equals("PostgreSQL");
        world.database().write(connection -> {
            try (Statement statement = connection.createStatement()) {
                if (postgresql) {
                    return statement.execute("TRUNCATE resource CASCADE");
                }
                statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
                for (String table :
                        List.of("resource_version", "resource_drift", "resource_relationship", "resource")) {
                    statement.execute("TRUNCATE TABLE " + table);
                }
                return statement.execute("SET REFERENTIAL_INTEGRITY TRUE");
            }
        });
    }

    private void reconcile(UUID provider, List<ResourceData> seen, int threads)
            throws InterruptedException, ExecutionException {
        RunReference run = world.newRun(provider);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        RunSession session = world.reconciler().open(run);
        try {
            List<Future<?>> scopes = new ArrayList<>();
            for (int i = 0; i < SCOPES; i++) {
                int part = i;
                scopes.add(pool.submit(() -> {
                    read(session, part, seen);
                    return null;
                }));
            }
            for (Future<?> scope : scopes) {
                scope.get();
            }
            world.finish(session, true);
        } finally {
            pool.shutdown();
        }
    }

    private static void read(RunSession session, int part, List<ResourceData> seen) throws InterruptedException {
        Scope scope = Scope.of("part " + part, "virtual_machine", "hypervisor_host");
        try (ScopeSession attempt = session.open(scope, scope.resourceTypes())) {
            for (int i = part; i < seen.size(); i += SCOPES) {
                attempt.accept(seen.get(i));
            }
            attempt.commit();
        }
    }

    private void print(String name, PrintStream out) {
        out.printf("%s, %d resources%n", name, resources);
        seconds.forEach((what, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            out.printf(
                    "  %-40s median %7.2f s   (%.2f to %.2f)%n",
                    what, sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
        });
    }
}
