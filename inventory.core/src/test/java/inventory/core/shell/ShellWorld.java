package inventory.core.shell;

import inventory.api.identity.Caller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;

/** The commands in the real Gogo, before a core of plain lists. */
final class ShellWorld implements AutoCloseable {
    static final Caller ADMIN = new Caller(1, "admin", true, false, Set.of(), Set.of());
    static final Caller MEMBER = new Caller(2, "mia", false, false, Set.of(1L), Set.of());

    final FakeInventory inventory = new FakeInventory();
    final FakeProviders providers = new FakeProviders(inventory);
    final FakePlugins plugins = new FakePlugins();
    final FakeActions actions = new FakeActions();
    final Services services = new Services(inventory, providers, plugins, actions);

    /** Who types; empty: nobody is let in. */
    Optional<Caller> caller = Optional.of(ADMIN);

    private final ThreadIOImpl threadIo = new ThreadIOImpl();
    final CommandProcessorImpl gogo = new CommandProcessorImpl(threadIo);

    ShellWorld() {
        threadIo.start();
        InventoryScope inventoryScope = new InventoryScope(services);
        CommandTable.INVENTORY.names().forEach(name -> gogo.addCommand("inventory", inventoryScope, name));
        PluginScope pluginScope = new PluginScope(services);
        CommandTable.PLUGIN.names().forEach(name -> gogo.addCommand("plugin", pluginScope, name));
        gogo.addCommand("felix", new Felix(), "lb");
    }

    /** What a line has written, and its exit status. */
    record Answer(int status, String out, String err) {}

    Answer run(String line) {
        return run(line, "");
    }

    /** @param input what standard input holds */
    Answer run(String line, String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (ShellSession session = new ShellSession(
                gogo,
                () -> caller,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                print(out),
                print(err))) {
            int status = session.run(line);
            return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        gogo.stop();
        threadIo.stop();
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Stands for the commands of Felix. */
    public static final class Felix {
        public String lb() {
            return "bundles";
        }
    }
}
