package inventory.core.store;

import inventory.core.Home;
import inventory.core.store.dialect.Dialect;
import inventory.core.store.dialect.Login;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Where the database is and how it is used.
 *
 * @param poolSize most connections held at the same time
 */
public record DatabaseSettings(Login login, int poolSize) {

    /** Settings with the defaults for everything but the place. */
    public static DatabaseSettings of(String url, String user, String password) {
        return new DatabaseSettings(new Login(url, user, password, Duration.ofSeconds(3), Duration.ofSeconds(60)), 20);
    }

    /** The environment wins over the configuration. */
    static DatabaseSettings of(StoreConfig config, Map<String, String> environment, Home home) {
        String url = environment.getOrDefault("INVENTORY_DB_URL", config.url());
        Login login = new Login(
                url.isBlank() ? "jdbc:h2:file:" + home.resolve("db/inventory") : url,
                environment.getOrDefault("INVENTORY_DB_USER", config.user()),
                environment.getOrDefault("INVENTORY_DB_PASSWORD", config._password()),
                Duration.ofMillis(config.wait_ms()),
                Duration.ofSeconds(config.answer_s()));
        return new DatabaseSettings(login, config.pool_size());
    }

    Dialect dialect() {
        return Dialect.of(login.url());
    }

    /** @return the driver's own connections, without a pool */
    DataSource driver() {
        return dialect().dataSource(login);
    }
}
