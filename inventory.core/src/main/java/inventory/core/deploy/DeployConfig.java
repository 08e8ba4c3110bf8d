package inventory.core.deploy;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How plugins come and go. */
@ObjectClassDefinition(name = "Inventory plugin deployment")
@interface DeployConfig {
    /** Configuration PID. */
    String PID = "inventory.core.deploy";

    @AttributeDefinition(description = "Largest file of a plugin, in MiB, 1 to 1024.", min = "1", max = "1024")
    int file_limit_mib() default 50;

    @AttributeDefinition(
            description = "Most that one file of a plugin may unpack to, in MiB, 1 to 4096.",
            min = "1",
            max = "4096")
    int unpacked_limit_mib() default 400;

    @AttributeDefinition(
            description = "Most entries in one file of a plugin, 1 to 1000000.",
            min = "1",
            max = "1000000")
    int entries_limit() default 20_000;

    @AttributeDefinition(
            description = "Longest wait for a started plugin to offer its service, in milliseconds, 100 to 120000.",
            min = "100",
            max = "120000")
    int service_limit_ms() default 5000;

    @AttributeDefinition(
            description =
                    "How long a run in progress may keep a plugin that was replaced or removed, in seconds, 0 to 86400;"
                            + " then it is canceled.",
            min = "0",
            max = "86400")
    int run_limit_s() default 300;

    @AttributeDefinition(
            description =
                    "How long a file in the deploy folder that is no whole jar must stay as it is before that is reported, in"
                            + " milliseconds, 100 to 60000.",
            min = "100",
            max = "60000")
    int settle_ms() default 1000;
}
