package inventory.core.shell;

import inventory.api.InventoryException;
import inventory.api.action.Action;
import inventory.api.action.ActionParameter;
import inventory.api.identity.Caller;
import inventory.api.plugin.ConnectionParameter;
import inventory.api.plugin.Plugin;
import inventory.api.query.Field;
import inventory.api.query.Inventory;
import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.api.query.Query;
import inventory.api.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the word under the cursor could be. */
@Component(service = Completion.class)
public final class Completion {
    private static final int MOST = 100;
    private static final Map<String, Listing<?>> LISTINGS = Map.of(
            "inventory:providers", Listings.PROVIDERS,
            "inventory:runs", Listings.COLLECTION_RUNS,
            "inventory:resources", Listings.RESOURCES,
            "inventory:tasks", Listings.TASKS,
            "inventory:types", Listings.TYPES,
            "inventory:users", Listings.USERS);

    private final Services services;

    @Activate
    public Completion(@Reference Services services) {
        this.services = services;
    }

    /**
     * @param words of the line up to the cursor, the last one being typed
     * @return candidates; those that do not begin as the word does are the caller's to leave out
     */
    public List<String> candidates(Caller caller, List<String> words) {
        return HelpCommands.scoped(words.get(0))
                .map(HelpCommands::find)
                .map(line -> forCommand(caller, line.getCommandSpec(), words))
                .orElse(List.of());
    }

    private List<String> forCommand(Caller caller, CommandSpec command, List<String> words) {
        String typed = words.get(words.size() - 1);
        OptionSpec before = command.findOption(words.get(words.size() - 2));
        if (before != null && before.arity().max() > 0) {
            return values(caller, command, before, words);
        } else if (typed.startsWith("-")) {
            return command.options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .filter(name -> name.startsWith("--") == typed.startsWith("--"))
                    .toList();
        }
        int place = positionalsBefore(command, words);
        return command.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(place))
                .flatMap(parameter -> values(caller, command, parameter, words).stream())
                .toList();
    }

    private static int positionalsBefore(CommandSpec command, List<String> words) {
        int place = 0;
        for (int i = 1; i < words.size() - 1; i++) {
            OptionSpec option = command.findOption(words.get(i));
            if (option == null) {
                place++;
            } else {
                i += option.arity().max();
            }
        }
        return place;
    }

    private List<String> values(Caller caller, CommandSpec command, ArgSpec argument, List<String> words) {
        try {
            return switch (argument.paramLabel()) {
                case "PROVIDER" -> names(caller, Listings.PROVIDERS, row -> row.name());
                case "RUN" ->
                    names(caller, Listings.COLLECTION_RUNS, row -> row.id().toString());
                case "TASK" -> names(caller, Listings.TASKS, row -> row.id().toString());
                case "ACTION" -> actions(caller, words).map(Action::name).toList();
                case "PARAMETER=VALUE" ->
                    parameters(caller, words).map(name -> name + "=").toList();
                case "PARAMETER" -> parameters(caller, words).toList();
                case "SLUG" -> names(caller, Listings.TYPES, row -> row.slug());
                case "PLUGIN" ->
                    services.plugins().list(caller).stream().map(Plugin::key).toList();
                case "COMMAND" ->
                    HelpCommands.all().map(line -> line.getCommandName()).toList();
                case "FILTER=VALUE" -> filters(LISTINGS.get(command.name()));
                case "FIELD" -> orders(LISTINGS.get(command.name()));
                case "KEY=VALUE" ->
                    services.plugins().get(caller, words.get(2)).connectionParameters().stream()
                            .map(ConnectionParameter::name)
                            .map(name -> name + "=")
                            .toList();
                default ->
                    argument.completionCandidates() == null
                            ? List.of()
                            : StreamSupport.stream(
                                            argument.completionCandidates().spliterator(), false)
                                    .toList();
            };
        } catch (InventoryException unknown) {
            return List.of();
        }
    }

    /** @param words the command and a resource come first */
    private Stream<Action> actions(Caller caller, List<String> words) {
        Resource resource = new Lookup<>(services.inventory(), caller, Listings.RESOURCES).find(words.get(1));
        return services.actions().of(caller, resource.id().toString()).stream();
    }

    /** @param words the command, a resource and an action come first */
    private Stream<String> parameters(Caller caller, List<String> words) {
        return actions(caller, words)
                .filter(action -> action.name().equals(words.get(2)))
                .flatMap(action -> action.parameters().stream())
                .map(ActionParameter::name);
    }

    private <T> List<String> names(Caller caller, Listing<T> listing, Function<T, String> name) {
        Inventory inventory = services.inventory();
        return inventory.list(caller, listing, Query.all().page(1, MOST)).results().stream()
                .map(name)
                .toList();
    }

    private static List<String> filters(Listing<?> listing) {
        List<String> filters = new ArrayList<>();
        for (Field field : listing.fields()) {
            if (field.values().isEmpty()) {
                filters.add(field.name() + (field.kind() == Field.Kind.OBJECT ? "." : "="));
            }
            field.values().forEach(value -> filters.add(field.name() + "=" + value));
        }
        listing.shorthands().forEach(shorthand -> filters.add(shorthand.name() + "="));
        return filters;
    }

    private static List<String> orders(Listing<?> listing) {
        return listing.fields().stream()
                .filter(Field::orderable)
                .flatMap(field -> Stream.of(field.name(), "-" + field.name()))
                .toList();
    }
}
