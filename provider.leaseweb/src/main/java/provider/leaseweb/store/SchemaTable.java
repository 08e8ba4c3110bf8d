package provider.leaseweb.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.PartitionSchema;

/** The rows of one provider, on one connection. */
record SchemaTable(Connection connection, UUID provider) {
    private static final String FROM = " FROM leaseweb_partition_schema WHERE provider_id = ?";
    private static final String SELECT = "SELECT name, partitions, version, created, modified" + FROM;

    long count() throws SQLException {
        try (PreparedStatement statement = prepare("SELECT COUNT(*)" + FROM);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    List<NamedSchema> page(long offset, int size) throws SQLException {
        try (PreparedStatement statement =
                prepare(SELECT + " ORDER BY name OFFSET " + offset + " ROWS FETCH FIRST " + size + " ROWS ONLY")) {
            return schemas(statement);
        }
    }

    /** @param lock until the end of the transaction nobody else changes it */
    Optional<NamedSchema> find(String name, boolean lock) throws SQLException {
        try (PreparedStatement statement = prepare(SELECT + " AND name = ?" + (lock ? " FOR UPDATE" : ""), name)) {
            return schemas(statement).stream().findFirst();
        }
    }

    void insert(NamedSchema schema) throws SQLException {
        run(
                "INSERT INTO leaseweb_partition_schema (provider_id, name, partitions, version, created, modified)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                schema.name(),
                schema.schema().json(),
                schema.version(),
                schema.created().atOffset(ZoneOffset.UTC),
                schema.modified().atOffset(ZoneOffset.UTC));
    }

    void update(NamedSchema schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE leaseweb_partition_schema SET partitions = ?, version = ?, modified = ?"
                        + " WHERE provider_id = ? AND name = ?")) {
            statement.setString(1, schema.schema().json());
            statement.setLong(2, schema.version());
            statement.setObject(3, schema.modified().atOffset(ZoneOffset.UTC));
            statement.setObject(4, provider);
            statement.setString(5, schema.name());
            statement.executeUpdate();
        }
    }

    void delete(String name) throws SQLException {
        run("DELETE" + FROM + " AND name = ?", name);
    }

    private List<NamedSchema> schemas(PreparedStatement statement) throws SQLException {
        List<NamedSchema> schemas = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                schemas.add(new NamedSchema(
                        provider,
                        row.getString("name"),
                        PartitionSchema.parse(row.getString("partitions")),
                        row.getLong("version"),
                        row.getObject("created", OffsetDateTime.class).toInstant(),
                        row.getObject("modified", OffsetDateTime.class).toInstant()));
            }
        }
        return schemas;
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            statement.executeUpdate();
        }
    }

    /** @param values after the provider */
    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setObject(1, provider);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 2, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
