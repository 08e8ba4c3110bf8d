package bndrun.bench;

import bndrun.peers.Product;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Measures in rounds, each thing next to its yardstick, and prints medians with their spread. */
public final class Bench {

    private final PrintStream out;
    private final int resources;
    private final int rounds;
    private final Path folder;

    private Bench(PrintStream out, int resources, int rounds) throws IOException {
        this.out = out;
        this.resources = resources;
        this.rounds = rounds;
        this.folder = Files.createTempDirectory("inventory-bench-");
    }

    public static void main(String[] arguments) throws Exception {
        int resources = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Bench bench = new Bench(System.out, resources, rounds);
        bench.out.printf("%d resources, %d rounds, medians [least–most], folder %s%n", resources, rounds, bench.folder);
        String toy = System.getenv("INVENTORY_TOY_JAR");
        bench.start(toy == null ? null : new Toy(Path.of(toy)));
        bench.postgres();
        bench.embedded();
    }

    /** The shipped way to start, by ./run, against the toy. */
    private void start(Toy toy) throws Exception {
        Series cold = new Series();
        Series warm = new Series();
        Series yardstick = new Series();
        long memory = 0;
        for (int round = 0; round < rounds; round++) {
            Product product = new Product(folder.resolve("start-" + round));
            cold.add(product.startByScript(Map.of()));
            product.stop();
            warm.add(product.startByScript(Map.of()));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
            memory = Math.max(memory, product.jvm().residentKilobytes() / 1024);
            product.stop();
            if (toy != null) {
                yardstick.add(toy.coldStart(folder.resolve("toy-" + round)));
            }
        }
        out.printf(
                "start with an empty home: %s, with a used one: %s, idle memory at most %d MB RSS%n",
                cold, warm, memory);
        if (toy != null) {
            out.printf("cold start over the toy's: %s%n", cold.over(yardstick));
        }
    }

    private void postgres() throws IOException, SQLException, InterruptedException {
        Series first = new Series();
        Series copy = new Series();
        Series few = new Series();
        Series all = new Series();
        Series inServer = new Series();
        Series rewrite = new Series();
        long written = 0;
        try (Postgres database = new Postgres()) {
            for (int round = 0; round < rounds; round++) {
                Map<String, String> environment = database.newDatabase();
                String url = environment.get("INVENTORY_DB_URL");
                try (Product product = new Product(folder.resolve("postgres-" + round))) {
                    product.startByScript(environment);
                    Estate estate = new Estate(product, resources);
                    first.add(estate.collect("created", resources));
                    copy.add(database.copy(url));
                    long before = database.written(url);
                    estate.collect("unchanged", resources);
                    written += database.written(url) - before;
                    estate.alter(1, 1);
                    few.add(estate.collect("updated", resources / 100));
                    inServer.add(database.rewriteInServer(url));
                    rewrite.add(database.rewriteByClient(url));
                    estate.alter(2, 100);
                    all.add(estate.collect("updated", resources));
                    product.stop();
                }
            }
        }
        out.printf("PostgreSQL: raw COPY over first collection: %s%n", copy.over(first));
        out.printf(
                "PostgreSQL: rewriting of every row within the server over collection with 1 %% altered: %s%n",
                inServer.over(few));
        out.printf("PostgreSQL: raw rewriting of every row over collection with 1 %% altered: %s%n", rewrite.over(few));
        out.printf("PostgreSQL: collection with all altered over collection with 1 %% altered: %s%n", all.over(few));
        out.printf("PostgreSQL: rows written for %d unchanged resources: %d%n", (long) rounds * resources, written);
    }

    private void embedded() throws IOException, SQLException, InterruptedException {
        Series first = new Series();
        Series insert = new Series();
        Series few = new Series();
        Series rewrite = new Series();
        for (int round = 0; round < rounds; round++) {
            Path home = folder.resolve("embedded-" + round);
            try (Product product = new Product(home)) {
                product.startByScript(Map.of());
                Estate estate = new Estate(product, resources);
                first.add(estate.collect("created", resources));
                estate.alter(1, 1);
                few.add(estate.collect("updated", resources / 100));
                Duration took = product.stop();
                out.printf("(stopped in %d ms)%n", took.toMillis());
            }
            Embedded yardstick = new Embedded(home);
            insert.add(yardstick.insert());
            rewrite.add(yardstick.rewrite());
        }
        out.printf("H2: raw batched insert over first collection: %s%n", insert.over(first));
        out.printf("H2: raw rewriting of every row over collection with 1 %% altered: %s%n", rewrite.over(few));
    }
}
