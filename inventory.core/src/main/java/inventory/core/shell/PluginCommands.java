package inventory.core.shell;

import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.plugin.Installation;
import inventory.api.plugin.PluginFile;
import inventory.api.plugin.Removal;
import inventory.api.plugin.TestResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plugins: which are here, and how they come and go. */
final class PluginCommands {
    private static final List<String> COLUMNS =
            List.of("key", "version", "state", "providers:configured_instances", "bundle", "reason");
    private static final List<String> TEST_COLUMNS =
            List.of("provider:provider_name", "success", "message", "id:provider_id");

    private final Services services;
    private final Call call;

    PluginCommands(Services services, Call call) {
        this.services = services;
        this.call = call;
    }

    @Command(
            name = "list",
            description = "Lists the plugins with their state, and why one failed.",
            footer = {"", "Example:", "  plugin:list -o json"})
    void list(@Mixin Format.Choice output) throws IOException {
        write(output, COLUMNS, services.plugins().list(call.caller()));
    }

    @Command(
            name = "info",
            description = "Shows one plugin: what it reads, which keys connection_config takes.",
            footer = {"", "Example:", "  plugin:info aws:aws -o yaml"})
    void info(
            @Parameters(paramLabel = "PLUGIN", description = "Key, vendor:provider_type.") String plugin,
            @Mixin Format.Choice output) {
        output.format.one(call.out(), services.plugins().get(call.caller(), plugin));
    }

    @Command(
            name = "install",
            description = "Installs a plugin: a bundle jar, or an archive with manifest.yml and jars. Superusers only.",
            footer = {
                "",
                "Example, from another shell:",
                "  ssh -p 44922 admin@127.0.0.1 plugin:install - < provider.acme-1.0.0.jar"
            })
    void install(
            @Parameters(paramLabel = "FILE", description = "Path on the machine of the product; - for standard input.")
                    String file,
            @Option(names = "--force", description = "Replaces a plugin that has the key already.") boolean force,
            @Mixin Format.Choice output)
            throws IOException {
        if (!call.caller().superuser()) {
            throw new ForbiddenException("Only superusers install plugins.");
        }
        try (InputStream content = file.equals("-") ? call.in() : Files.newInputStream(Path.of(file))) {
            String name = file.equals("-") ? "standard-input" : file;
            Installation done = services.plugins().install(call.caller(), new PluginFile(name, content), force);
            done.warnings().forEach(call::complain);
            output.format.one(call.out(), done.plugin());
        } catch (NoSuchFileException missing) {
            throw InvalidInputException.of("FILE", "There is no " + file + " on the machine of the product.");
        }
    }

    @Command(
            name = "remove",
            description = "Removes a plugin. The resources that it has read stay. Superusers only.",
            footer = {"", "Example:", "  plugin:remove acme:cloud --force"})
    void remove(
            @Parameters(paramLabel = "PLUGIN", description = "Key, vendor:provider_type.") String plugin,
            @Option(names = "--force", description = "Although providers use it.") boolean force) {
        Removal done = services.plugins().remove(call.caller(), plugin, force);
        call.out().println("removed " + Text.line(done.key()));
        if (done.orphanedInstances() > 0) {
            call.complain(done.orphanedInstances() + " providers have no plugin now.");
        }
        if (!done.removedFiles()) {
            call.complain("It is a part of the product: it comes back with plugin:refresh or a restart.");
        }
    }

    @Command(
            name = "test",
            description = "Connects to every enabled provider of a plugin; the exit status is 1 if one fails.",
            footer = {"", "Example:", "  plugin:test aws:aws"})
    int test(
            @Parameters(paramLabel = "PLUGIN", description = "Key, vendor:provider_type.") String plugin,
            @Mixin Format.Choice output)
            throws IOException {
        List<TestResult> results = services.plugins().test(call.caller(), plugin);
        write(output, TEST_COLUMNS, results);
        return results.stream().allMatch(TestResult::success) ? Status.OK : Status.FAILED;
    }

    @Command(
            name = "refresh",
            description = "Looks at all bundles and at the folder of plugins anew, and lists the plugins.",
            footer = {"", "Example:", "  plugin:refresh"})
    void refresh(@Mixin Format.Choice output) throws IOException {
        write(output, COLUMNS, services.plugins().refresh(call.caller()));
    }

    private void write(Format.Choice output, List<String> columns, List<? extends Record> records) throws IOException {
        Rows rows = output.format.rows(call.out(), columns);
        for (Record row : records) {
            rows.add(row);
        }
        rows.end();
    }
}
