package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
             "inventory.core.http": {"read.timeout.ms": 8000, "max.answer.mib": 1}}
            """;

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Path PAGE = Path.of(System.getProperty("root"), "docs/faults.md");

    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        Path settings = Files.createDirectories(folder.resolve("home/etc")).resolve("impatient.json");
        Files.writeString(settings, SETTINGS);
        product = new Product(folder.resolve("home"));
        product.start(Map.of());
    }

    @AfterAll
    static void end() {
        product.close();
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
        Await.until(
                "the plugins are here",
                SOON,
                () -> product.get("/provider-plugins/")
                        .findValuesAsText("key")
                        .containsAll(systems.stream().map(OutsideSystem::key).toList()));
        ExecutorService threads = Executors.newFixedThreadPool(systems.size());
        try {
            List<Future<String>> tables = new ArrayList<>();
            systems.forEach(system -> tables.add(threads.submit(() -> new FaultColumn(product, system).table())));
            StringBuilder all = new StringBuilder();
            for (Future<String> table : tables) {
                all.append('\n').append(table.get());
            }
            Files.writeString(Path.of("target", "faults.md"), all);
            String page = Files.readString(PAGE);
            assertEquals(all.toString(), page.substring(page.indexOf("\n## `")), "docs/faults.md is not current");
        } finally {
            threads.shutdownNow();
            systems.forEach(OutsideSystem::close);
        }
    }
}
