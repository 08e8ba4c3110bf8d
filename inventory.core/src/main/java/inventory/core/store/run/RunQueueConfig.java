package inventory.core.store.run;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How runs are handed to workers. */
@ObjectClassDefinition(name = "Inventory run queue")
@interface RunQueueConfig {
    /** Configuration PID. */
    String PID = "inventory.core.runs";

    @AttributeDefinition(description = "Runs that this node works on at the same time, 1 to 64.", min = "1", max = "64")
    int runs_per_node() default 8;

    @AttributeDefinition(
            description =
                    "How often the node looks for runs that another node accepted, in milliseconds, 200 to 60000.",
            min = "200",
            max = "60000")
    int poll_ms() default 3000;

    @AttributeDefinition(
            description =
                    "How often a working node says that it is alive, in milliseconds, 200 to 60000. After four times this"
                            + " silence its runs are taken from it.",
            min = "200",
            max = "60000")
    int heartbeat_ms() default 3000;
}
