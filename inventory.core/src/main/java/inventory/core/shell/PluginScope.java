package inventory.core.shell;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code plugin:…}. */
@Component(
        service = PluginScope.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=plugin",
            CommandProcessor.COMMAND_FUNCTION + "=info",
            CommandProcessor.COMMAND_FUNCTION + "=install",
            CommandProcessor.COMMAND_FUNCTION + "=list",
            CommandProcessor.COMMAND_FUNCTION + "=refresh",
            CommandProcessor.COMMAND_FUNCTION + "=remove",
            CommandProcessor.COMMAND_FUNCTION + "=test"
        })
public final class PluginScope {
    private final Services services;

    @Activate
    public PluginScope(@Reference Services services) {
        this.services = services;
    }

    /**
     * What Gogo calls for every function that is no method.
     *
     * @param words the function and its arguments
     */
    @SuppressWarnings("MemberName")
    public void _main(CommandSession session, String[] words) throws CommandException {
        CommandTable.PLUGIN.run(services, session, words);
    }
}
