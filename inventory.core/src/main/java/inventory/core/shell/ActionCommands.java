package inventory.core.shell;

import inventory.api.action.Action;
import inventory.api.action.ActionOrder;
import inventory.api.action.ActionParameter;
import inventory.api.action.Task;
import inventory.api.action.TaskStatus;
import inventory.api.query.Listings;
import inventory.api.resource.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done to resources, and the tasks of it. */
final class ActionCommands {
    private static final List<String> COLUMNS = List.of(
            "resource:resource_name", "action", "status", "percent", "message", "by:requested_by", "created", "id");
    private static final List<String> ACTION_COLUMNS =
            List.of("name", "destructive", "dry_run", "description", "parameters");

    private final Services services;
    private final Call call;
    private final Lists lists;

    ActionCommands(Services services, Call call) {
        this.services = services;
        this.call = call;
        lists = new Lists(services.inventory(), call);
    }

    @Command(
            name = "actions",
            description = "Lists what can be done to a resource; json and yaml describe the parameters.",
            footer = {"", "Example:", "  inventory:actions web-1 -o yaml"})
    void actions(
            @Parameters(paramLabel = "RESOURCE", description = "Name or id.") String resource,
            @Mixin Format.Choice output)
            throws IOException {
        Rows rows = output.format.rows(call.out(), ACTION_COLUMNS);
        for (Action action : of(lists.one(Listings.RESOURCES, resource))) {
            rows.add(output.format == Format.TABLE ? Line.of(action) : action);
        }
        rows.end();
    }

    @Command(
            name = "action",
            description = "Does something to a resource. Returns at once, or with --wait when the task has ended.",
            footer = {
                "",
                "With --wait the exit status is that of the task: 0 completed, 1 failed, 4 canceled, 5 unknown outcome.",
                "",
                "Example:",
                "  inventory:action web-1 rename name=web-2 --wait"
            })
    int action(@Mixin ActionArguments wanted) throws IOException, InterruptedException {
        Resource resource = lists.one(Listings.RESOURCES, wanted.resource);
        Map<String, String> types = of(resource).stream()
                .filter(action -> action.name().equals(wanted.action))
                .flatMap(action -> action.parameters().stream())
                .collect(Collectors.toMap(ActionParameter::name, ActionParameter::type));
        Map<String, Object> parameters = TypedWords.read(wanted.parameters, types);
        for (String secret : wanted.secrets) {
            parameters.put(secret, call.prompt().ask(secret + ": "));
        }
        Task task = start(resource, new ActionOrder(wanted.action, parameters, wanted.dryRun, ""));
        if (wanted.wait) {
            task = untilEnd(task);
        }
        wanted.output.format.one(call.out(), task);
        return wanted.wait ? status(task) : Status.OK;
    }

    @Command(
            name = "tasks",
            description = "Lists tasks, the newest first.",
            footer = {"", "Example:", "  inventory:tasks status__in=pending,running"})
    void tasks(@Mixin ListArguments wanted) throws IOException {
        lists.write(Listings.TASKS, wanted, COLUMNS);
    }

    @Command(
            name = "task",
            description = "Shows one task: where it stands, its steps, how it ended.",
            footer = {"", "Example:", "  inventory:task 0190f5c3-7c1e-7000-8000-000000000000 -o yaml"})
    void task(
            @Parameters(paramLabel = "TASK", description = "Id of the task.") String task,
            @Mixin Format.Choice output) {
        output.format.one(call.out(), services.inventory().get(call.caller(), Listings.TASKS, task));
    }

    @Command(
            name = "task-cancel",
            description = "Cancels a task. What the outside system has begun goes on.",
            footer = {"", "Example:", "  inventory:task-cancel 0190f5c3-7c1e-7000-8000-000000000000"})
    void cancel(
            @Parameters(paramLabel = "TASK", description = "Id of the task.") String task,
            @Mixin Format.Choice output) {
        output.format.one(call.out(), services.actions().cancel(call.caller(), task));
    }

    private List<Action> of(Resource resource) {
        return services.actions().of(call.caller(), resource.id().toString());
    }

    private Task start(Resource resource, ActionOrder order) {
        return services.actions().start(call.caller(), resource.id().toString(), order);
    }

    private Task untilEnd(Task accepted) throws InterruptedException {
        return new Watch<Task>(
                        call,
                        task -> services.inventory()
                                .get(call.caller(), Listings.TASKS, task.id().toString()),
                        task -> where(task).terminal(),
                        task -> task.status() + ": " + task.percent() + " %, " + task.message(),
                        task -> "The task goes on: inventory:task " + task.id() + ", inventory:task-cancel "
                                + task.id())
                .untilEnd(accepted);
    }

    private static int status(Task task) {
        return switch (where(task)) {
            case COMPLETED -> Status.OK;
            case CANCELED -> Status.CANCELED;
            case UNKNOWN -> Status.UNCERTAIN;
            default -> Status.FAILED;
        };
    }

    private static TaskStatus where(Task task) {
        return TaskStatus.valueOf(task.status().toUpperCase(Locale.ROOT));
    }

    /** An action in one line. */
    record Line(String name, boolean destructive, boolean dryRun, String description, String parameters) {
        static Line of(Action action) {
            return new Line(
                    action.name(),
                    action.destructive(),
                    action.dryRun(),
                    action.description(),
                    action.parameters().stream()
                            .map(parameter -> parameter.name() + (parameter.required() ? "" : "?"))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** What to do to which resource, and whether to wait. */
    static final class ActionArguments {
        @Parameters(index = "0", paramLabel = "RESOURCE", description = "Name or id.")
        String resource;

        @Parameters(
                index = "1",
                paramLabel = "ACTION",
                description = "Name of the action; inventory:actions lists them.")
        String action;

        @Parameters(
                index = "2..*",
                paramLabel = "PARAMETER=VALUE",
                description = "Parameters of the action. Elements of a list are separated by commas.")
        List<String> parameters = new ArrayList<>();

        @Option(
                names = {"-p", "--prompt"},
                paramLabel = "PARAMETER",
                split = ",",
                description = "Parameters whose values are asked for and not shown.")
        List<String> secrets = new ArrayList<>();

        @Option(names = "--dry-run", description = "Only says what would happen, where the platform can.")
        boolean dryRun;

        @Option(
                names = {"-w", "--wait"},
                description = "Waits for the end and shows the progress.")
        boolean wait;

        @Mixin
        Format.Choice output;
    }
}
