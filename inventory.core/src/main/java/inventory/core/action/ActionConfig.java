package inventory.core.action;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How actions are carried out. */
@ObjectClassDefinition(name = "Inventory actions")
public @interface ActionConfig {
    /** Configuration PID. */
    String PID = "inventory.core.actions";

    @AttributeDefinition(
            description = "Actions that this node carries out at the same time, 1 to 64.",
            min = "1",
            max = "64")
    int actions_per_node() default 8;

    @AttributeDefinition(
            description = "Longest action, in seconds, 10 to 604800: an installation is followed to its end.",
            min = "10",
            max = "604800")
    int deadline_s() default 7200;
}
