package inventory.core.store.query;

import inventory.api.identity.Caller;
import inventory.api.query.Listing;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.core.identity.ConnectionConfigs;
import inventory.core.store.PooledDatabase;
import inventory.core.store.Seed;
import inventory.core.store.taxonomy.TaxonomySeed;
import inventory.core.taxonomy.Taxonomy;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A database filled once for all tests of a class, which only read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryFixture {
    CountedDatabase database;
    JdbcInventory inventory;
    private PooledDatabase pool;

    abstract PooledDatabase newDatabase(Seed... seeds);

    abstract void fill(Estate estate);

    /** Stops what the database ran on. */
    void stop() {}

    @BeforeAll
    void open() {
        pool = newDatabase(new TaxonomySeed(new Taxonomy()));
        database = new CountedDatabase(pool);
        inventory = new JdbcInventory(database, new NamedConfigs(), Clock.systemUTC());
        fill(new Estate(pool));
    }

    @AfterAll
    void close() {
        pool.close();
        stop();
    }

    <T> Page<T> list(Listing<T> listing, String... filters) {
        return list(Caller.SYSTEM, listing, filters);
    }

    <T> Page<T> list(Caller caller, Listing<T> listing, String... filters) {
        return inventory.list(caller, listing, query(filters));
    }

    <T> Page<T> search(Listing<T> listing, String words) {
        return inventory.list(Caller.SYSTEM, listing, new Query(Map.of(), words, List.of(), 1, 100, Optional.empty()));
    }

    <T> Page<T> ordered(Listing<T> listing, String... order) {
        return inventory.list(
                Caller.SYSTEM, listing, new Query(Map.of(), "", List.of(order), 1, 1000, Optional.empty()));
    }

    /** Names and values in turn. */
    static Query query(String... filters) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (int i = 0; i < filters.length; i += 2) {
            map.put(filters[i], List.of(filters[i + 1]));
        }
        return new Query(map, "", List.of(), 1, 1000, Optional.empty());
    }

    /** Shows whose config it was asked for. */
    private static final class NamedConfigs implements ConnectionConfigs {
        @Override
        public String seal(Map<String, Object> config) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> open(String sealed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Object> hidden(String vendor, String providerType, String sealed) {
            return Map.of("of", vendor + ":" + providerType, "was", sealed);
        }
    }
}
