package inventory.core.shell;

import inventory.api.action.Task;
import inventory.api.identity.Organization;
import inventory.api.identity.User;
import inventory.api.plugin.ConnectionParameter;
import inventory.api.plugin.Plugin;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.History;
import inventory.api.resource.Provider;
import inventory.api.resource.Resource;
import inventory.api.taxonomy.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One row of each kind. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-01-31T12:00:00.123456Z");
    static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    static final Provider PROVIDER = provider(ID, "lab");
    static final Organization ORGANIZATION = new Organization(7, "Default", "", TIME, TIME);
    static final User USER = new User(1, "admin", "", "", "", true, true, false, TIME, TIME, Optional.empty());
    static final ResourceType TYPE = new ResourceType(
            ID,
            ID,
            "compute",
            "Compute",
            "virtual_machine",
            "Virtual Machine",
            "",
            true,
            Optional.empty(),
            Optional.empty(),
            1);
    static final History HISTORY = new History(
            new History.Identity(ID, "web", "", "i-1", Map.of()),
            new History.Tracking(TIME, TIME, 1),
            new History.Summary(1, List.of("running"), range(), range(), range()),
            List.of(new History.Moment(
                    TIME, "running", "on", Optional.of(2), Optional.empty(), Optional.empty(), Map.of(), ID)));
    static final Plugin PLUGIN = new Plugin(
            "aws:aws",
            "aws",
            "aws",
            "AWS",
            "provider.aws.provider.AwsProvider",
            List.of("virtual_machine"),
            2,
            "1.0.0",
            "",
            "public_cloud",
            List.of(),
            List.of("Apache-2.0"),
            List.of(
                    new ConnectionParameter("regions", "Regions", "list", false, false, Optional.empty()),
                    new ConnectionParameter("verify", "Verify", "boolean", false, false, Optional.empty()),
                    new ConnectionParameter("port", "Port", "integer", false, false, Optional.empty())),
            Map.of(),
            "active",
            "",
            "provider.aws");

    private Samples() {}

    static Resource resource(String name) {
        return new Resource(
                ID,
                ID,
                "virtual_machine",
                "Compute → Virtual Machine",
                ID,
                "lab (aws)",
                name,
                "",
                "i-1",
                "",
                Map.of(),
                "",
                "running",
                "",
                Optional.empty(),
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                List.of(),
                "",
                "",
                Map.of(),
                Map.of(),
                "",
                "",
                "",
                1,
                TIME,
                TIME,
                1,
                Optional.empty(),
                false);
    }

    static Task task(String status) {
        return new Task(
                ID,
                ID,
                "lab",
                ID,
                "web",
                "resize",
                Map.of("cpus", 4),
                false,
                status,
                40,
                "Waiting",
                "",
                List.of(),
                Map.of(),
                "admin",
                TIME,
                Optional.empty(),
                Optional.empty());
    }

    static Provider provider(UUID id, String name) {
        return new Provider(
                id,
                name,
                "public_cloud",
                "aws",
                "aws",
                "",
                "",
                true,
                Map.of("password", Provider.HIDDEN),
                7,
                TIME,
                TIME,
                Optional.empty(),
                Optional.of("completed"));
    }

    static CollectionRun run(String status) {
        return new CollectionRun(
                ID,
                ID,
                "lab",
                "full",
                status,
                TIME,
                Optional.empty(),
                Optional.empty(),
                "task",
                5,
                4,
                3,
                2,
                1,
                "",
                Map.of(),
                "",
                List.of(),
                "1.0",
                "",
                "",
                Map.of("scopes_total", 4, "scopes_done", 2, "resources_seen", 17),
                Optional.of(1.5));
    }

    private static History.Range range() {
        return new History.Range(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
