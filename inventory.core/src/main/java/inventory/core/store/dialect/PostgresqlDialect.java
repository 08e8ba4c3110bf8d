package inventory.core.store.dialect;

import java.util.Map;

/** PostgreSQL. */
public record PostgresqlDialect() implements Dialect {
    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "json",
                "JSONB",
                "text",
                "TEXT",
                "binary",
                "COLLATE \"C\"",
                "bytes",
                "BYTEA",
                "unresolved",
                "WHERE target_id IS NULL");
    }

    @Override
    public String hibernateDialect() {
        return "org.hibernate.dialect.PostgreSQL10Dialect";
    }

    @Override
    public String jsonParameter() {
        return "?::jsonb";
    }
}
