package provider.internal.machine;

import inventory.api.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants a machine to be.
 *
 * @param facts as typed; an empty text takes a fact away
 * @param tags all tags; empty: not told
 * @param replace what is not told is taken away, not kept
 */
public record Change(Map<Fact, String> facts, Optional<Map<String, String>> tags, boolean replace) {
    private static final int MOST_TAGS = 100;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 1024;

    public Change {
        facts = Map.copyOf(facts);
        tags = tags.map(Map::copyOf);
    }

    /** What is not told stays. */
    public Change(Map<Fact, String> facts, Optional<Map<String, String>> tags) {
        this(facts, tags, false);
    }

    /** The same, but what is not told is taken away. */
    public Change replacing() {
        return new Change(facts, tags, true);
    }

    /** @throws InvalidInputException names each field that breaks a rule */
    Change cleaned() {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        Map<Fact, String> clean = new EnumMap<>(Fact.class);
        facts.forEach((fact, typed) -> {
            try {
                clean.put(fact, fact.clean(typed));
            } catch (IllegalArgumentException wrong) {
                errors.put(fact.key(), List.of(wrong.getMessage()));
            }
        });
        tags.map(Change::wrongTags).filter(wrong -> !wrong.isEmpty()).ifPresent(wrong -> errors.put("tags", wrong));
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return new Change(clean, tags, replace);
    }

    private static List<String> wrongTags(Map<String, String> tags) {
        List<String> wrong = new ArrayList<>();
        if (tags.size() > MOST_TAGS) {
            wrong.add("A machine has at most " + MOST_TAGS + " tags.");
        }
        tags.forEach((key, value) -> {
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                wrong.add("A tag's key has 1 to " + LONGEST_KEY + " characters.");
            } else if (value.length() > LONGEST_VALUE) {
                wrong.add("The value of " + key + " has more than " + LONGEST_VALUE + " characters.");
            } else if ((key + value).chars().anyMatch(Character::isISOControl)) {
                wrong.add("The tag " + key.replaceAll("\\p{Cntrl}", "?") + " has control characters.");
            }
        });
        return wrong;
    }
}
