package provider.internal.rest;

import inventory.api.InvalidInputException;
import inventory.api.query.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.ws.rs.core.MultivaluedMap;
import provider.internal.machine.Fact;
import provider.internal.store.Selection;

/** The parameters of a call, read strictly: one that is unknown or has no value of its kind is told with what would be right. */
record Parameters(MultivaluedMap<String, String> typed) {
    /** Those of a list. */
    static final List<String> LISTING = Stream.concat(
                    Stream.of("provider", "tag", "search", "page", "page_size"),
                    Stream.of(Fact.values()).map(Fact::key))
            .toList();

    private static final Pattern TAG_OF_VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** @throws InvalidInputException another parameter than these is there */
    Parameters only(List<String> known) {
        for (String name : typed.keySet()) {
            if (!known.contains(name)) {
                throw InvalidInputException.of(name, "Unknown parameter. Known: " + String.join(", ", known) + ".");
            }
        }
        return this;
    }

    boolean flag(String name) {
        String value = typed.containsKey(name) ? typed.getFirst(name) : "false";
        if (!Set.of("true", "false").contains(value)) {
            throw InvalidInputException.of(name, "Must be true or false.");
        }
        return value.equals("true");
    }

    UUID provider() {
        if (!typed.containsKey("provider")) {
            throw InvalidInputException.of("provider", "This parameter is required: the id of the provider.");
        }
        return provider(typed.getFirst("provider"));
    }

    int page() {
        return number("page", 1, Integer.MAX_VALUE);
    }

    int pageSize() {
        return number("page_size", Query.DEFAULT_PAGE_SIZE, Query.MAX_PAGE_SIZE);
    }

    Selection selection() {
        Set<UUID> providers = new LinkedHashSet<>();
        typed.getOrDefault("provider", List.of()).forEach(id -> providers.add(provider(id)));
        Map<Fact, String> equal = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            if (typed.containsKey(fact.key())) {
                equal.put(fact, clean(fact, typed.getFirst(fact.key())));
            }
        }
        List<String> tags = new ArrayList<>(typed.getOrDefault("tag", List.of()));
        return new Selection(providers, equal, tags, typed.containsKey("search") ? typed.getFirst("search") : "");
    }

    /** @param ifMatch the header; null or {@code *}: any version. What is no version of ours is never the newest. */
    static OptionalLong version(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG_OF_VERSION.matcher(ifMatch.strip());
        return OptionalLong.of(tag.matches() ? Long.parseLong(tag.group(1)) : -1);
    }

    private static String clean(Fact fact, String value) {
        try {
            return fact.clean(value);
        } catch (IllegalArgumentException wrong) {
            throw InvalidInputException.of(fact.key(), wrong.getMessage());
        }
    }

    private static UUID provider(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw InvalidInputException.of("provider", "Must be a valid UUID.");
        }
    }

    private int number(String name, int absent, int most) {
        try {
            int number = typed.containsKey(name) ? Integer.parseInt(typed.getFirst(name)) : absent;
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told as what is out of range
        }
        throw InvalidInputException.of(name, "Must be a whole number from 1 to " + most + ".");
    }
}
