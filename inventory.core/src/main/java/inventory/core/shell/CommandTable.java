package inventory.core.shell;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.felix.service.command.CommandSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.OptionSpec;

/** The commands of one scope: the annotated methods of some classes, an object of which is made for each call. */
final class CommandTable {
    static final CommandTable INVENTORY = new CommandTable(
            "inventory",
            Map.of(
                    ProviderCommands.class, ProviderCommands::new,
                    RunCommands.class, RunCommands::new,
                    ResourceCommands.class, ResourceCommands::new,
                    ActionCommands.class, ActionCommands::new,
                    SystemCommands.class, SystemCommands::new,
                    HelpCommands.class, HelpCommands::new));
    static final CommandTable PLUGIN = new CommandTable("plugin", Map.of(PluginCommands.class, PluginCommands::new));

    private static final int WIDTH = 100;

    private final String scope;
    private final Map<Class<?>, BiFunction<Services, Call, Object>> groups;
    private final SortedMap<String, Method> methods = new TreeMap<>();

    CommandTable(String scope, Map<Class<?>, BiFunction<Services, Call, Object>> groups) {
        this.scope = scope;
        this.groups = groups;
        for (Class<?> group : groups.keySet()) {
            for (Method method : group.getDeclaredMethods()) {
                Command command = method.getAnnotation(Command.class);
                if (command != null) {
                    methods.put(command.name(), method);
                }
            }
        }
    }

    /** @return the names, without the scope */
    Set<String> names() {
        return methods.keySet();
    }

    /** @return the command, to be described or completed */
    CommandLine describe(String name) {
        return commandLine(name, CommandLine.defaultFactory());
    }

    /**
     * Runs a command for the one whose session it is.
     *
     * @param words its name and its arguments
     * @throws CommandException its exit status is not 0
     */
    void run(Services services, CommandSession session, String[] words) throws CommandException {
        int status = run(services, Call.of(session), words[0], Arrays.copyOfRange(words, 1, words.length));
        if (status != Status.OK) {
            throw new CommandException(status);
        }
    }

    /** Runs a command. Whatever is wrong is said on the call's error stream. @return its exit status */
    int run(Services services, Call call, String name, String... arguments) {
        Failures failures = new Failures(call, scope + ":" + name);
        try {
            return commandLine(name, factory(services, call))
                    .setParameterExceptionHandler((wrong, words) -> failures.usage(wrong))
                    .setExecutionExceptionHandler((failure, command, parsed) -> failures.failed(failure))
                    .setOut(failures.writer(call.out()))
                    .setErr(failures.writer(call.err()))
                    .execute(arguments);
        } finally {
            call.out().flush();
            call.err().flush();
        }
    }

    private CommandLine commandLine(String name, IFactory factory) {
        CommandLine line = new CommandLine(methods.get(name), factory);
        line.getCommandSpec()
                .name(scope + ":" + name)
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this help.")
                        .build());
        return line.setAllowOptionsAsOptionParameters(true)
                .setUsageHelpWidth(WIDTH)
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF));
    }

    private IFactory factory(Services services, Call call) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                BiFunction<Services, Call, Object> group = groups.get(type);
                return group == null
                        ? CommandLine.defaultFactory().create(type)
                        : type.cast(group.apply(services, call));
            }
        };
    }
}
