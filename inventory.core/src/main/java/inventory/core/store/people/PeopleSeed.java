package inventory.core.store.people;

import inventory.core.Home;
import inventory.core.identity.Passwords;
import inventory.core.store.Seed;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first organization and the first user. {@code admin} gets a random password, written to {@code admin-password} (mode 0600), or
 * the one in the environment variable {@value #VARIABLE}; that variable also sets the password anew at a later start, which is the
 * way back in for those who lost it.
 */
@Component(property = "seed=people")
public final class PeopleSeed implements Seed {
    static final String VARIABLE = "INVENTORY_ADMIN_PASSWORD";
    private static final String ADMIN = "admin";
    private static final String FILE = "admin-password";
    private static final int PASSWORD_LENGTH = 24;
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final Logger LOG = LoggerFactory.getLogger(PeopleSeed.class);

    private final Home home;
    private final Optional<String> variable;

    @Activate
    public PeopleSeed(@Reference Home home) {
        this(home, Optional.ofNullable(System.getenv(VARIABLE)).filter(password -> !password.isBlank()));
    }

    PeopleSeed(Home home, Optional<String> variable) {
        this.home = home;
        this.variable = variable;
    }

    @Override
    public void plant(Connection connection) throws SQLException {
        if (isEmpty(connection, "organization")) {
            insertOrganization(connection);
        }
        if (isEmpty(connection, "app_user")) {
            insertAdmin(connection);
        } else if (variable.isPresent()) {
            setPassword(connection, variable.get());
        }
    }

    private static boolean isEmpty(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT 1 FROM " + table + " FETCH FIRST ROW ONLY");
                ResultSet row = statement.executeQuery()) {
            return !row.next();
        }
    }

    private static void insertOrganization(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO organization (name, description, created, modified) VALUES ('Default', ?, ?, ?)")) {
            Timestamp now = Timestamp.from(Instant.now());
            statement.setString(1, "Owns what no other organization owns");
            statement.setTimestamp(2, now);
            statement.setTimestamp(3, now);
            statement.executeUpdate();
        }
    }

    private void insertAdmin(Connection connection) throws SQLException {
        String password = variable.orElseGet(PeopleSeed::randomPassword);
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO app_user (username, password_hash, first_name, last_name, email, is_active, is_superuser,
                                      is_platform_auditor, created, modified)
                VALUES (?, ?, '', '', '', TRUE, TRUE, FALSE, ?, ?)""")) {
            Timestamp now = Timestamp.from(Instant.now());
            statement.setString(1, ADMIN);
            statement.setString(2, Passwords.hash(password.toCharArray()));
            statement.setTimestamp(3, now);
            statement.setTimestamp(4, now);
            statement.executeUpdate();
        }
        if (variable.isEmpty()) {
            home.writeSecret(FILE, password + "\n");
        }
        LOG.info(
                "First start: user '{}' made, password in {}",
                ADMIN,
                variable.isEmpty() ? home.resolve(FILE) : "the environment variable " + VARIABLE);
    }

    private static void setPassword(Connection connection, String password) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE app_user SET password_hash = ?, is_active = TRUE WHERE username = ?")) {
            statement.setString(1, Passwords.hash(password.toCharArray()));
            statement.setString(2, ADMIN);
            statement.executeUpdate();
        }
    }

    private static String randomPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
