package inventory.core.store;

import inventory.api.UnavailableException;
import inventory.core.store.dialect.Dialect;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.spi.PersistenceProvider;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JPA over the pool. Hibernate takes seconds to start: that happens once, on a thread of its own, when the first one needs it or when
 * the product has nothing more urgent to do.
 */
final class Entities implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PooledDatabase.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Dialect dialect;
    private final Supplier<PersistenceProvider> provider;
    private final Supplier<? extends DataSource> pool;
    private final AtomicBoolean started = new AtomicBoolean();
    private final FutureTask<EntityManagerFactory> factory = new FutureTask<>(this::build);

    Entities(Dialect dialect, Supplier<PersistenceProvider> provider, Supplier<? extends DataSource> pool) {
        this.dialect = dialect;
        this.provider = provider;
        this.pool = pool;
    }

    /** Starts Hibernate unless it is started. Returns at once. */
    void warmUp() {
        if (started.compareAndSet(false, true)) {
            Recovery.daemon(factory, "inventory-jpa").start();
        }
    }

    <T> T transact(Function<EntityManager, T> work) {
        EntityManager entities = factory().createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private EntityManagerFactory factory() {
        warmUp();
        try {
            return factory.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UnavailableException("JPA is still starting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("JPA cannot start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted while JPA is starting", e);
        }
    }

    private EntityManagerFactory build() {
        long begin = System.nanoTime();
        Map<String, Object> properties = new HashMap<>();
        properties.put("javax.persistence.nonJtaDataSource", pool.get());
        properties.put("hibernate.dialect", dialect.hibernateDialect());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new Surroundings(dialect.driverLoader()));
        try {
            EntityManagerFactory built = provider.get().createEntityManagerFactory("inventory", properties);
            LOG.info(
                    "JPA started in {} ms",
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            return built;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("JPA cannot start", e);
            throw e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        if (started.compareAndSet(false, true)) {
            factory.cancel(false);
        }
        try {
            factory().close();
        } catch (UnavailableException | IllegalStateException e) {
            LOG.debug("JPA was not in use", e);
        }
    }

    /**
     * What Hibernate looks for in the thread's class loader: H2's version, without which it writes SQL for H2 1.x, and our {@code
     * hibernate.properties}.
     */
    private static final class Surroundings extends ClassLoader {
        Surroundings(ClassLoader driver) {
            super(driver);
        }

        @Override
        protected URL findResource(String name) {
            return Entities.class.getClassLoader().getResource(name);
        }
    }
}
