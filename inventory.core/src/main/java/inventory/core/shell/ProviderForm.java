package inventory.core.shell;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.admin.ProviderDraft;
import inventory.api.identity.Organization;
import inventory.api.plugin.ConnectionParameter;
import inventory.api.plugin.Plugin;
import inventory.api.query.Listings;
import inventory.api.query.Page;
import inventory.api.query.Query;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a draft of what was typed: fills in what is clear, and gives values the types that the plugin's manifest names. */
record ProviderForm(Services services, Call call) {
    ProviderDraft draft(ProviderArguments typed) throws IOException {
        String[] key = typed.plugin.split(":", 2);
        if (key.length < 2) {
            throw InvalidInputException.of("PLUGIN", "Expected vendor:provider_type, such as aws:aws.");
        }
        Optional<Plugin> plugin = plugin(typed.plugin);
        return new ProviderDraft(
                Optional.of(typed.name),
                typed.infrastructure.or(() -> plugin.map(Plugin::infrastructure)),
                Optional.of(key[0]),
                Optional.of(key[1]),
                typed.endpoint,
                Optional.empty(),
                Optional.of(!typed.disabled),
                Optional.of(config(typed, plugin)),
                Optional.of(typed.organization.orElseGet(this::onlyOrganization)),
                typed.schedule);
    }

    /** A provider may be there before its plugin. */
    private Optional<Plugin> plugin(String key) {
        try {
            return Optional.of(services.plugins().get(call.caller(), key));
        } catch (NotFoundException notHere) {
            call.complain("No plugin " + key + " is here yet: values are taken as text, and runs fail until it comes.");
            return Optional.empty();
        }
    }

    private Map<String, Object> config(ProviderArguments typed, Optional<Plugin> plugin) throws IOException {
        Map<String, String> types = plugin.stream()
                .flatMap(known -> known.connectionParameters().stream())
                .collect(Collectors.toMap(ConnectionParameter::name, ConnectionParameter::type, (one, same) -> one));
        Map<String, Object> config = TypedWords.read(typed.config, types);
        for (String secret : typed.secrets) {
            config.put(secret, call.prompt().ask(secret + ": "));
        }
        return config;
    }

    private long onlyOrganization() {
        Page<Organization> all = services.inventory().list(call.caller(), Listings.ORGANIZATIONS, Query.all());
        if (all.results().size() != 1) {
            throw InvalidInputException.of(
                    "--organization",
                    "Say whose it is: "
                            + all.results().stream()
                                    .map(one -> one.id() + " (" + one.name() + ")")
                                    .collect(Collectors.joining(", ")));
        }
        return all.results().get(0).id();
    }
}
