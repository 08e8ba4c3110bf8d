package inventory.core.collect;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How plugins go out over HTTP. */
@ObjectClassDefinition(name = "Inventory outgoing HTTP")
@interface HttpConfig {
    /** Configuration PID. */
    String PID = "inventory.core.http";

    @AttributeDefinition(description = "HTTP proxy, host:port; empty: none. INVENTORY_HTTP_PROXY wins.")
    String proxy() default "";

    @AttributeDefinition(
            description = "Hosts that are reached without the proxy: names, and suffixes that start with a dot."
                    + " INVENTORY_NO_PROXY, separated by commas, wins.")
    String[] no_proxy() default {"localhost", "127.0.0.1"};

    @AttributeDefinition(
            description = "PEM file with certificates to trust besides those of the Java platform; empty: none."
                    + " INVENTORY_TRUST_FILE wins.")
    String trust_file() default "";

    @AttributeDefinition(
            description = "Longest attempt to connect, in milliseconds, 100 to 600000.",
            min = "100",
            max = "600000")
    int connect_timeout_ms() default 10_000;

    @AttributeDefinition(
            description = "Longest silence within an answer, in milliseconds, 100 to 3600000.",
            min = "100",
            max = "3600000")
    int read_timeout_ms() default 60_000;

    @AttributeDefinition(description = "Most that one answer may have, in MiB, 1 to 2000.", min = "1", max = "2000")
    int max_answer_mib() default 64;
}
