package inventory.core.shell;

import inventory.api.query.Health;
import inventory.api.query.Listings;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The product itself: its health, its users. */
final class SystemCommands {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final List<String> USER_COLUMNS = List.of(
            "username",
            "first_name",
            "last_name",
            "email",
            "active:is_active",
            "superuser:is_superuser",
            "last_login",
            "id");

    private final Services services;
    private final Call call;

    SystemCommands(Services services, Call call) {
        this.services = services;
        this.call = call;
    }

    @Command(
            name = "health",
            description = "Tells whether the product can work; the exit status is 1 if it cannot.",
            footer = {"", "Example:", "  inventory:health -o yaml"})
    int health(@Mixin Format.Choice output) {
        Health health = services.inventory().health(LIMIT);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", health.healthy() ? "healthy" : "unhealthy");
        answer.put("checks", health.checks());
        output.format.one(call.out(), answer);
        return health.healthy() ? Status.OK : Status.FAILED;
    }

    @Command(
            name = "users",
            description = "Lists the users that you may see.",
            footer = {"", "Example:", "  inventory:users is_active=true"})
    void users(@Mixin ListArguments wanted) throws IOException {
        new Lists(services.inventory(), call).write(Listings.USERS, wanted, USER_COLUMNS);
    }
}
