package inventory.core.store.dialect;

import java.util.Map;

/** H2, embedded, in a file. */
public record H2Dialect() implements Dialect {
    @Override
    public String name() {
        return "H2";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "json",
                "JSON",
                "text",
                "CHARACTER LARGE OBJECT",
                "binary",
                "",
                "bytes",
                "BINARY LARGE OBJECT",
                "unresolved",
                "");
    }

    @Override
    public String hibernateDialect() {
        return "org.hibernate.dialect.H2Dialect";
    }

    @Override
    public String jsonParameter() {
        return "? FORMAT JSON";
    }
}
