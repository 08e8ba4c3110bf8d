package inventory.rest;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Limits of the REST face. */
@ObjectClassDefinition(name = "Inventory REST", description = "Limits of the REST face.")
public @interface RestConfig {
    /** PID of the configuration. */
    String PID = "inventory.rest";

    @AttributeDefinition(
            name = "Body limit",
            description = "Largest body of a call, in MiB; larger ones are answered with 413.",
            min = "1",
            max = "1024")
    int body_limit_mib() default 10;

    @AttributeDefinition(
            name = "Health limit",
            description = "How long a health check waits for the database, in milliseconds.",
            min = "100",
            max = "60000")
    int health_limit_ms() default 3000;

    @AttributeDefinition(
            name = "Retry after",
            description = "What a 503 tells clients to wait, in seconds.",
            min = "1",
            max = "3600")
    int retry_after_s() default 5;
}
