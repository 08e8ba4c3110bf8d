package inventory.core.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A provider as it is typed. */
final class ProviderArguments {
    @Parameters(index = "0", paramLabel = "NAME", description = "Name, unique within the organization.")
    String name;

    @Parameters(index = "1", paramLabel = "PLUGIN", description = "Key of its plugin, vendor:provider_type.")
    String plugin;

    @Parameters(
            index = "2..*",
            paramLabel = "KEY=VALUE",
            description =
                    "Keys of connection_config; plugin:info PLUGIN shows them. Elements of a list are separated by commas.")
    List<String> config = new ArrayList<>();

    @Option(
            names = {"-e", "--endpoint"},
            paramLabel = "URL",
            description = "Address of the outside system; the plugin's default without it.")
    Optional<String> endpoint = Optional.empty();

    @Option(
            names = {"-p", "--prompt"},
            paramLabel = "KEY",
            split = ",",
            description = "Keys of connection_config whose values are asked for and not shown.")
    List<String> secrets = new ArrayList<>();

    @Option(
            names = "--organization",
            paramLabel = "ID",
            description = "Owner. May be left out where there is only one.")
    Optional<Long> organization = Optional.empty();

    @Option(
            names = "--infrastructure",
            paramLabel = "SLUG",
            description = "Sort of platform, such as public_cloud; the plugin's without it.")
    Optional<String> infrastructure = Optional.empty();

    @Option(
            names = "--schedule",
            paramLabel = "WHEN",
            description = "Is collected by itself: every PT15M, or at five cron fields in UTC.")
    Optional<String> schedule = Optional.empty();

    @Option(names = "--disabled", description = "Is not collected until it is enabled.")
    boolean disabled;

    @Mixin
    Format.Choice output;
}
