package provider.internal.rest;

import inventory.api.InvalidInputException;
import inventory.api.query.Parameters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import provider.internal.machine.Fact;
import provider.internal.store.Selection;

/** Which machines the parameters of a call ask for. */
final class MachineSelection {
    /** Those of a list. */
    static final List<String> LISTING = Stream.concat(
                    Stream.of("provider", "tag", "search", "page", "page_size"),
                    Stream.of(Fact.values()).map(Fact::key))
            .toList();

    private MachineSelection() {}

    static Selection of(Parameters asked) {
        Set<UUID> providers = new LinkedHashSet<>();
        asked.typed().getOrDefault("provider", List.of()).forEach(id -> providers.add(provider(id)));
        Map<Fact, String> equal = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            asked.first(fact.key()).ifPresent(value -> equal.put(fact, clean(fact, value)));
        }
        List<String> tags = new ArrayList<>(asked.typed().getOrDefault("tag", List.of()));
        return new Selection(providers, equal, tags, asked.first("search").orElse(""));
    }

    /** The provider, where it must be named. */
    static UUID provider(Parameters asked) {
        return provider(asked.first("provider")
                .orElseThrow(() ->
                        InvalidInputException.of("provider", "This parameter is required: the id of the provider.")));
    }

    static UUID provider(String id) {
        return Parameters.uuid("provider", id);
    }

    private static String clean(Fact fact, String value) {
        try {
            return fact.clean(value);
        } catch (IllegalArgumentException wrong) {
            throw InvalidInputException.of(fact.key(), wrong.getMessage());
        }
    }
}
