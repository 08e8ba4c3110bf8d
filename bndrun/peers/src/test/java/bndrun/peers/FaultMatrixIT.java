package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.core.store.PostgresPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each mishap at each outside system, in the running product: the run tells what went wrong, and nothing that was known before is
 * changed or removed. What came of it all is kept in docs/faults.md.
 */
class FaultMatrixIT {
    /** Impatient, so that waiting is soon over, and taking small answers only. */
    private static final String SETTINGS = """
            {"inventory.core.collect": {"attempts": 1, "first.delay.ms": 0, "deadline.s": 40},
             "inventory.core.store": {"answer.s": 8},
             "inventory.core.http": {"read.timeout.ms": 8000, "max.answer.mib": 1}}
            """;

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Path PAGE = Path.of(System.getProperty("root"), "docs/faults.md");

    @TempDir
    static Path folder;

    private static PostgresPeer postgres;
    private static Product product;
    private static Product keeper;
    private static String keepersDatabase;

    @BeforeAll
    static void start() throws IOException {
        postgres = PostgresPeer.start();
        keepersDatabase = OwnDatabase.url(postgres);
        product = impatient("home", Map.of());
        keeper = impatient("keeper", Map.of("INVENTORY_DB_URL", keepersDatabase));
    }

    private static Product impatient(String name, Map<String, String> environment) throws IOException {
        Path home = folder.resolve(name);
        Files.writeString(Files.createDirectories(home.resolve("etc")).resolve("impatient.json"), SETTINGS);
        Product product = new Product(home);
        product.start(environment);
        return product;
    }

    @AfterAll
    static void end() {
        product.close();
        keeper.close();
        postgres.close();
    }

    @Test
    void everyMishapIsToldAndNothingIsLost() throws Exception {
        List<OutsideSystem> systems = List.of(
                new AwsSystem(folder),
                new VcenterSystem(folder),
                OvhSystem.dedicated(),
                OvhSystem.cloud(),
                new LeasewebSystem(),
                new AlicloudSystem());
        awaitPlugins(product, systems.stream().map(OutsideSystem::key).toList());
        OwnDatabase ownDatabase = new OwnDatabase(keeper, keepersDatabase);
        awaitPlugins(keeper, List.of(ownDatabase.key()));
        List<FaultColumn> columns = new ArrayList<>();
        systems.forEach(system -> columns.add(new FaultColumn(product, new FaultyProxy(system))));
        columns.add(new FaultColumn(keeper, ownDatabase));
        ExecutorService threads = Executors.newFixedThreadPool(columns.size());
        try {
            List<Future<String>> tables = new ArrayList<>();
            columns.forEach(column -> tables.add(threads.submit(column::table)));
            StringBuilder all = new StringBuilder();
            for (Future<String> table : tables) {
                all.append('\n').append(table.get());
            }
            Files.writeString(Path.of("target", "faults.md"), all);
            String page = Files.readString(PAGE);
            assertEquals(all.toString(), page.substring(page.indexOf("\n## `")), "docs/faults.md is not current");
        } finally {
            threads.shutdownNow();
            columns.forEach(FaultColumn::close);
        }
    }

    private static void awaitPlugins(Product product, List<String> keys) throws IOException {
        Await.until(
                "the plugins are here",
                SOON,
                () -> product.get("/provider-plugins/").findValuesAsText("key").containsAll(keys));
    }
}
