package inventory.rest;

import inventory.api.action.Action;
import inventory.api.action.ActionParameter;
import inventory.api.action.Route;
import inventory.api.action.Task;
import inventory.api.action.TaskLine;
import inventory.api.identity.Organization;
import inventory.api.identity.RoleAssignment;
import inventory.api.identity.Team;
import inventory.api.identity.User;
import inventory.api.plugin.ConnectionParameter;
import inventory.api.plugin.Plugin;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Drift;
import inventory.api.resource.Provider;
import inventory.api.resource.Resource;
import inventory.api.resource.Tag;
import inventory.api.taxonomy.ResourceCategory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One row of each kind. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-01-31T12:00:00.123456Z");
    static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    static final Provider PROVIDER = new Provider(
            ID,
            "lab",
            "public_cloud",
            "aws",
            "aws",
            "",
            "",
            true,
            Map.of("Mixed Case", 1, "password", Provider.HIDDEN),
            1,
            TIME,
            TIME,
            Optional.empty(),
            Optional.of("completed"));

    static final CollectionRun RUN = new CollectionRun(
            ID,
            ID,
            "lab",
            "full",
            "pending",
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
            Map.of("scopes_total", 4),
            Optional.of(1.5));

    static final Organization ORGANIZATION = new Organization(1, "Default", "", TIME, TIME);
    static final Team TEAM = new Team(2, "ops", "", 1, TIME, TIME);
    static final User USER = new User(1, "admin", "", "", "", true, true, false, TIME, TIME, Optional.empty());
    static final RoleAssignment ROLE_ASSIGNMENT =
            new RoleAssignment(3, 1, "admin", "team_admin", Optional.empty(), Optional.of(2L), TIME);
    static final Tag TAG = new Tag(ID, 1, "it", "team", "blue");

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
            List.of(new ConnectionParameter("regions", "Regions", "list", false, false, Optional.empty())),
            Map.of(),
            "active",
            "",
            "provider.aws",
            List.of(),
            List.of(new Route("ec2", Set.of("virtual_machine")), new Route("ec2/volume", Set.of("block_storage"))));

    static final Action ACTION = new Action(
            "reboot",
            "Reboot",
            "Restarts it.",
            Set.of("virtual_machine"),
            true,
            false,
            List.of(new ActionParameter("mode", "", "string", false, false, Optional.of("soft"), List.of("soft"))));

    static final Task TASK = new Task(
            ID,
            ID,
            "lab",
            ID,
            "web",
            "reboot",
            Map.of("mode", "soft"),
            false,
            "running",
            40,
            "Waiting for the guest",
            "",
            List.of(new TaskLine(TIME, 40, "Waiting for the guest")),
            Map.of(),
            "admin",
            TIME,
            Optional.of(TIME),
            Optional.empty());

    static final Drift DRIFT = new Drift(
            ID,
            ID,
            "web",
            "virtual_machine",
            "lab (aws)",
            ID,
            TIME,
            Optional.empty(),
            Optional.empty(),
            "modified",
            TIME,
            Map.of("state", Map.of("from", "running", "to", "stopped")));

    private Samples() {}

    static ResourceCategory category(int number) {
        return new ResourceCategory(new UUID(0, number), "slug-" + number, "Name " + number, "", number, 0);
    }

    static Resource resource(String name) {
        return resource(name, Map.of("engine", "postgres"));
    }

    static Resource resource(String name, Map<String, Object> properties) {
        return resource("i-1", name, properties);
    }

    static Resource resource(String emsRef, String name, Map<String, Object> properties) {
        return new Resource(
                ID,
                ID,
                "virtual_machine",
                "Compute → Virtual Machine",
                ID,
                "lab (aws)",
                name,
                "",
                emsRef,
                "",
                Map.of(),
                "EC2 Instance",
                "running",
                "",
                Optional.empty(),
                "eu-west-1",
                "",
                "",
                "t3.micro",
                Optional.empty(),
                Optional.of(2),
                Optional.of(1024L),
                Optional.empty(),
                List.of("10.0.0.1", "10.0.0.2"),
                "",
                List.of(),
                "linux",
                "",
                properties,
                Map.of(),
                "",
                "",
                "",
                1,
                TIME,
                TIME,
                7,
                Optional.empty(),
                false);
    }
}
