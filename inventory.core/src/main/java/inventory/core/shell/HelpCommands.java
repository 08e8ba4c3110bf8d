package inventory.core.shell;

import inventory.api.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What can be typed. */
final class HelpCommands {
    private final Call call;

    HelpCommands(Services services, Call call) {
        this.call = call;
    }

    @Command(
            name = "help",
            description = "Lists the commands, or explains one.",
            footer = {"", "Example:", "  help inventory:collect"})
    void help(
            @Parameters(paramLabel = "COMMAND", arity = "0..1", defaultValue = "", description = "The one to explain.")
                    String command) {
        if (command.isEmpty()) {
            list();
        } else {
            call.out().print(find(command).getUsageMessage());
        }
    }

    private void list() {
        List<List<String>> cells = all().map(line -> List.of(
                        line.getCommandName(),
                        line.getCommandSpec().usageMessage().description()[0]))
                .toList();
        TableRows.print(call.out(), cells, Integer.MAX_VALUE);
        call.out().println();
        call.out().println("help COMMAND explains one. exit or Ctrl-D leaves.");
        if (call.caller().superuser()) {
            call.out()
                    .println("Superusers have the commands of Felix besides: lb, scr:list, …; felix:help lists them.");
        }
    }

    /** @return the scoped commands, each to be described */
    static Stream<CommandLine> all() {
        List<CommandLine> lines = new ArrayList<>();
        for (CommandTable table : List.of(CommandTable.INVENTORY, CommandTable.PLUGIN)) {
            table.names().forEach(name -> lines.add(table.describe(name)));
        }
        return lines.stream();
    }

    /** @return the name with its scope, which may be left out; empty if there is no such command */
    static Optional<String> scoped(String command) {
        return all().map(CommandLine::getCommandName)
                .filter(name -> name.equals(command) || name.endsWith(":" + command))
                .findFirst();
    }

    /** @param command with or without its scope */
    static CommandLine find(String command) {
        String name = scoped(command)
                .orElseThrow(() -> new NotFoundException(
                        "There is no command '" + command + "' here; help lists those that are."));
        return all().filter(line -> line.getCommandName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
