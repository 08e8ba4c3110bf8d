package inventory.core.store.people;

import inventory.api.identity.Caller;
import inventory.api.identity.Role;
import inventory.core.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who logs in, with which rights: one statement a login. By JDBC, so that the first call need not wait for JPA. */
@Component(service = LoginStore.class)
public final class LoginStore {
    private static final String FIND = """
            SELECT u.id, u.username, u.password_hash, u.is_active, u.is_superuser, u.is_platform_auditor,
                   r.role, COALESCE(r.organization_id, t.organization_id) AS organization
              FROM app_user u
              LEFT JOIN role_assignment r ON r.user_id = u.id
              LEFT JOIN team t ON t.id = r.team_id
             WHERE u.username = ?""";

    private final Database database;

    @Activate
    public LoginStore(@Reference Database database) {
        this.database = database;
    }

    /** A user who may log in. */
    public record Login(Caller caller, String passwordHash, boolean active) {
        @Override
        public String toString() {
            return "Login[" + caller.username() + "]";
        }
    }

    /** @return the user with this name, exact; empty if there is none */
    public Optional<Login> find(String username) {
        return database.read(connection -> find(connection, username));
    }

    private static Optional<Login> find(Connection connection, String username) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, username);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(login(row)) : Optional.empty();
            }
        }
    }

    private static Login login(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String username = row.getString("username");
        String hash = row.getString("password_hash");
        boolean active = row.getBoolean("is_active");
        boolean superuser = row.getBoolean("is_superuser");
        boolean auditor = row.getBoolean("is_platform_auditor");
        Set<Long> readable = new HashSet<>();
        Set<Long> writable = new HashSet<>();
        do {
            long organization = row.getLong("organization");
            if (!row.wasNull()) {
                readable.add(organization);
                if (Role.ORGANIZATION_ADMIN.slug().equals(row.getString("role"))) {
                    writable.add(organization);
                }
            }
        } while (row.next());
        return new Login(new Caller(id, username, superuser, auditor, readable, writable), hash, active);
    }
}
