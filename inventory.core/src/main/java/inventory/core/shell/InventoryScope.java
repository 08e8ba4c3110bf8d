package inventory.core.shell;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The commands {@code inventory:…}. */
@Component(
        service = InventoryScope.class,
        property = {
            CommandProcessor.COMMAND_SCOPE + "=inventory",
            CommandProcessor.COMMAND_FUNCTION + "=action",
            CommandProcessor.COMMAND_FUNCTION + "=actions",
            CommandProcessor.COMMAND_FUNCTION + "=cancel",
            CommandProcessor.COMMAND_FUNCTION + "=collect",
            CommandProcessor.COMMAND_FUNCTION + "=health",
            CommandProcessor.COMMAND_FUNCTION + "=help",
            CommandProcessor.COMMAND_FUNCTION + "=history",
            CommandProcessor.COMMAND_FUNCTION + "=provider",
            CommandProcessor.COMMAND_FUNCTION + "=provider-add",
            CommandProcessor.COMMAND_FUNCTION + "=provider-remove",
            CommandProcessor.COMMAND_FUNCTION + "=providers",
            CommandProcessor.COMMAND_FUNCTION + "=resource",
            CommandProcessor.COMMAND_FUNCTION + "=resources",
            CommandProcessor.COMMAND_FUNCTION + "=run",
            CommandProcessor.COMMAND_FUNCTION + "=runs",
            CommandProcessor.COMMAND_FUNCTION + "=task",
            CommandProcessor.COMMAND_FUNCTION + "=task-cancel",
            CommandProcessor.COMMAND_FUNCTION + "=tasks",
            CommandProcessor.COMMAND_FUNCTION + "=types",
            CommandProcessor.COMMAND_FUNCTION + "=users"
        })
public final class InventoryScope {
    private final Services services;

    @Activate
    public InventoryScope(@Reference Services services) {
        this.services = services;
    }

    /**
     * What Gogo calls for every function that is no method.
     *
     * @param words the function and its arguments
     */
    @SuppressWarnings("MemberName")
    public void _main(CommandSession session, String[] words) throws CommandException {
        CommandTable.INVENTORY.run(services, session, words);
    }
}
