package inventory.core.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import inventory.api.UnavailableException;
import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import inventory.api.store.StoreException;
import inventory.core.Home;
import inventory.core.store.dialect.Dialect;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import javax.persistence.spi.PersistenceProvider;
import javax.sql.DataSource;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database behind a pool of connections. Nothing connects in a constructor: what is slow or away is waited for elsewhere. */
@Component(
        service = {Database.class, MeasureSource.class},
        configurationPid = StoreConfig.PID)
@Designate(ocd = StoreConfig.class)
public final class PooledDatabase implements Database, MeasureSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PooledDatabase.class);

    private final DatabaseSettings settings;
    private final Dialect dialect;
    private final DataSource driver;
    private final List<Seed> seeds;
    private final Recovery recovery;
    private final Entities entities;
    private final Probe probe;
    private volatile HikariDataSource pool;

    @Activate
    public PooledDatabase(
            @Reference Home home,
            StoreConfig config,
            @Reference(target = "(seed=taxonomy)") Seed taxonomy,
            @Reference(target = "(seed=people)") Seed people,
            @Reference ComponentServiceObjects<PersistenceProvider> jpa) {
        this(
                DatabaseSettings.of(config, System.getenv(), home),
                driver -> driver,
                List.of(taxonomy, people),
                jpa::getService);
    }

    /** @param via what stands between the pool and the driver */
    PooledDatabase(
            DatabaseSettings settings,
            Function<DataSource, DataSource> via,
            List<Seed> seeds,
            Supplier<PersistenceProvider> jpa) {
        this.settings = settings;
        this.dialect = settings.dialect();
        this.driver = via.apply(settings.driver());
        this.seeds = seeds;
        this.entities = new Entities(dialect, jpa, () -> pool);
        this.probe = new Probe(this::answer);
        this.recovery = new Recovery(settings.login().toString(), this::prepare);
        recovery.start();
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public <T> T read(Work<T> work) {
        try (Connection connection = connection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        try (Connection connection = open()) {
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public <T> T entities(Function<EntityManager, T> work) {
        recovery.require();
        try {
            return entities.transact(work);
        } catch (PersistenceException e) {
            throw sqlCause(e).map(this::failure).orElse(e);
        }
    }

    @Override
    public Connection open() {
        try {
            Connection connection = connection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void migrate(Migrations migrations) {
        recovery.require();
        try (Connection connection = driver.getConnection()) {
            int before = migrations.apply(connection, driver);
            if (before < migrations.newest()) {
                LOG.info("{}: version {} (was {})", migrations.history(), migrations.newest(), before);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public RuntimeException failure(SQLException e) {
        if (!dialect.isUnreachable(e)) {
            return new StoreException(e);
        }
        recovery.suspect();
        if (causes(e).anyMatch(SocketTimeoutException.class::isInstance)) {
            long seconds = settings.login().answerWithin().toSeconds();
            return new UnavailableException("the database gave no answer within " + seconds + " s", e);
        }
        return new UnavailableException("the database cannot be reached: " + e.getMessage(), e);
    }

    @Override
    public String check(Duration limit) {
        return recovery.trouble().orElseGet(() -> {
            String answer = probe.ask(limit);
            if (answer.equals(Probe.OK)) {
                entities.warmUp();
            } else {
                recovery.suspect();
            }
            return answer;
        });
    }

    @Override
    public void whenReady(Runnable action) {
        recovery.whenReady(action);
    }

    @Override
    public List<Measure> measures() {
        boolean ready = recovery.trouble().isEmpty();
        return PoolFigures.of(ready, Optional.ofNullable(pool).map(HikariDataSource::getHikariPoolMXBean));
    }

    @Override
    @Deactivate
    public void close() {
        recovery.close();
        probe.close();
        entities.close();
        HikariDataSource closing = pool;
        pool = null;
        if (closing == null) {
            return;
        }
        closing.close();
        try {
            dialect.release(driver);
        } catch (SQLException e) {
            LOG.debug("The database was gone before it was released", e);
        }
    }

    private Connection connection() throws SQLException {
        recovery.require();
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException e) {
            if (pool.getHikariPoolMXBean().getActiveConnections() < settings.poolSize()) {
                throw e;
            }
            throw new UnavailableException("all " + settings.poolSize() + " database connections are busy", e);
        }
    }

    private void prepare() throws SQLException {
        long begin = System.nanoTime();
        try (Connection connection = driver.getConnection()) {
            CoreSchema schema = CoreSchema.of(dialect);
            int before = schema.apply(connection, driver);
            plantSeeds(connection);
            if (pool == null) {
                pool = newPool();
                LOG.info(
                        "{} with schema version {} (was {}) opened in {} ms",
                        dialect.name(),
                        schema.migrations().newest(),
                        before,
                        Duration.ofNanos(System.nanoTime() - begin).toMillis());
            } else {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    /** The lock of the row lets one node plant at a time. */
    private void plantSeeds(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement lock = connection.createStatement()) {
            lock.execute("SELECT feed_position FROM feed_head WHERE id = 1 FOR UPDATE");
            for (Seed seed : seeds) {
                seed.plant(connection);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private HikariDataSource newPool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("inventory");
        Duration limit = settings.login().connectWithin();
        config.setDataSource(new WatchedDriver(driver, recovery, limit).source());
        config.setMaximumPoolSize(settings.poolSize());
        // with a minimum the pool would go on trying by itself while the database is away
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        config.setConnectionTimeout(limit.toMillis());
        config.setValidationTimeout(Math.min(1000, limit.toMillis()));
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    private String answer() {
        return read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT feed_position FROM feed_head WHERE id = 1")) {
                return rows.next() ? Probe.OK : "the database is not whole: feed_head is empty";
            }
        });
    }

    private static Optional<SQLException> sqlCause(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** The pool does not notice a COPY, and would commit it when it takes the connection back. */
    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
