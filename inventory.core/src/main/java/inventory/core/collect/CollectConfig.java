package inventory.core.collect;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How collection works. */
@ObjectClassDefinition(name = "Inventory collection")
@interface CollectConfig {
    /** Configuration PID. */
    String PID = "inventory.core.collect";

    @AttributeDefinition(description = "Scopes that one run reads at the same time, 1 to 64.", min = "1", max = "64")
    int scopes_per_run() default 8;

    @AttributeDefinition(
            description =
                    "Scopes that this node reads at the same time, over all runs, 1 to 256. Each holds a database connection.",
            min = "1",
            max = "256")
    int scopes_per_node() default 12;

    @AttributeDefinition(description = "Longest run, in seconds, 10 to 604800.", min = "10", max = "604800")
    int deadline_s() default 3600;

    @AttributeDefinition(
            description = "Share of a provider's resources, in percent, that one unconfirmed run may remove, 0 to 100.",
            min = "0",
            max = "100")
    int removal_percent() default 50;

    @AttributeDefinition(
            description = "Providers with no more resources than this are not guarded against removals.",
            min = "0")
    int removal_free() default 20;

    @AttributeDefinition(
            description = "How often a scope is tried that was unreachable, timed out or was throttled, 1 to 20.",
            min = "1",
            max = "20")
    int attempts() default 3;

    @AttributeDefinition(
            description =
                    "Wait before the second attempt, in milliseconds, doubled before each further one, 0 to 60000.",
            min = "0",
            max = "60000")
    int first_delay_ms() default 500;

    @AttributeDefinition(
            description = "Longest wait between two attempts unless the outside system asks for more, in milliseconds.",
            min = "0")
    int longest_delay_ms() default 30_000;

    @AttributeDefinition(description = "Longest connection test, in seconds, 1 to 600.", min = "1", max = "600")
    int test_limit_s() default 30;
}
