package inventory.core.shell.ssh;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Limits of the shell. */
@ObjectClassDefinition(name = "Inventory shell")
@interface ShellConfig {
    /** Configuration PID. */
    String PID = "inventory.core.shell";

    @AttributeDefinition(
            description = "Sessions in which nothing moves for so long are closed, in minutes, 1 to 10080.",
            min = "1",
            max = "10080")
    int idle_min() default 30;

    @AttributeDefinition(description = "Longest time to log in, in seconds, 5 to 600.", min = "5", max = "600")
    int login_s() default 60;

    @AttributeDefinition(
            description = "Sessions that one user has at the same time, 1 to 1000.",
            min = "1",
            max = "1000")
    int sessions_per_user() default 10;
}
