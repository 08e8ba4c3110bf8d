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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a draft of what was typed: fills in what is clear, and gives values the types that the plugin's manifest names. */
record ProviderForm(Services services, Call call) {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");

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
        Map<String, Object> config = new LinkedHashMap<>();
        for (String word : typed.config) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw InvalidInputException.of(word, "Expected KEY=VALUE.");
            }
            String name = word.substring(0, equals);
            config.put(name, value(types.getOrDefault(name, "string"), word.substring(equals + 1)));
        }
        for (String secret : typed.secrets) {
            config.put(secret, call.prompt().ask(secret + ": "));
        }
        return config;
    }

    /** What is no value of its type stays text, so that the core says what is wrong with it. */
    private static Object value(String type, String text) {
        return switch (type) {
            case "integer" -> INTEGER.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
            case "boolean" -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case "list" ->
                Arrays.stream(text.split(",", -1))
                        .filter(element -> !element.isEmpty())
                        .map(element -> INTEGER.matcher(element).matches() ? (Object) Long.valueOf(element) : element)
                        .toList();
            default -> text;
        };
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
