package inventory.core.store.dialect;

import java.util.Map;

/** The SQL that differs between databases. Everything else is the same text on both. */
public sealed interface Dialect permits H2Dialect, PostgresqlDialect {
    /** @return {@code H2} or {@code PostgreSQL}, for people */
    String name();

    /** @return placeholder → text, for the migrations */
    Map<String, String> placeholders();

    /** @return class name that Hibernate is told to use */
    String hibernateDialect();

    /** @return a parameter marker whose bound text becomes a value of a JSON column */
    String jsonParameter();
}
