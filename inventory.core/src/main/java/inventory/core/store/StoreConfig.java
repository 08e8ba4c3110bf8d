package inventory.core.store;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the database is. */
@ObjectClassDefinition(name = "Inventory database")
@interface StoreConfig {
    /** Configuration PID. */
    String PID = "inventory.core.store";

    @AttributeDefinition(
            description = "JDBC address, jdbc:h2:… or jdbc:postgresql://…; empty: an H2 file in db/ of the home folder."
                    + " INVENTORY_DB_URL wins.")
    String url() default "";

    @AttributeDefinition(description = "Database user. INVENTORY_DB_USER wins.")
    String user() default "";

    @AttributeDefinition(description = "Its password. INVENTORY_DB_PASSWORD wins.", type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(description = "Most connections held at the same time, 2 to 500.", min = "2", max = "500")
    int pool_size() default 20;

    @AttributeDefinition(
            description = "Longest wait for a connection, in milliseconds, 250 to 60000.",
            min = "250",
            max = "60000")
    int wait_ms() default 3000;

    @AttributeDefinition(
            description = "Longest wait for PostgreSQL's answer to one statement, in seconds; 0 waits for ever.",
            min = "0")
    int answer_s() default 60;
}
