package inventory.api.query;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The parameters of a call, read strictly: one that is unknown or has no value of its kind is told with what would be right. For
 * lists that are no {@link Listing}.
 *
 * @param typed name → values as typed
 */
public record Parameters(Map<String, List<String>> typed) {
    /** @throws InvalidInputException another parameter than these is there */
    public Parameters only(Collection<String> known) {
        for (String name : typed.keySet()) {
            if (!known.contains(name)) {
                throw InvalidInputException.of(name, "Unknown parameter. Known: " + String.join(", ", known) + ".");
            }
        }
        return this;
    }

    /** @return the first value; empty if it is not there */
    public Optional<String> first(String name) {
        return typed.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** @return whether it is {@code true}; absent is false */
    public boolean flag(String name) {
        String value = first(name).orElse("false");
        if (!Set.of("true", "false").contains(value)) {
            throw InvalidInputException.of(name, "Must be true or false.");
        }
        return value.equals("true");
    }

    /** @return the page that is asked for, from 1 */
    public int page() {
        return number("page", 1, Integer.MAX_VALUE);
    }

    /** @return how many rows a page has */
    public int pageSize() {
        return number("page_size", Query.DEFAULT_PAGE_SIZE, Query.MAX_PAGE_SIZE);
    }

    /**
     * @param rows those of the page that is asked for
     * @param count of all pages
     * @throws NotFoundException there is no such page
     */
    public <T> Page<T> page(List<T> rows, long count) {
        if (rows.isEmpty() && page() > 1) {
            throw new NotFoundException("There is no page " + page() + ".");
        }
        return new Page<>(rows, count, (long) page() * pageSize() < count, Optional.empty());
    }

    /** @throws InvalidInputException the text is no UUID */
    public static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw InvalidInputException.of(name, "Must be a valid UUID.");
        }
    }

    private int number(String name, int absent, int most) {
        try {
            int number = first(name).map(Integer::parseInt).orElse(absent);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told as what is out of range
        }
        throw InvalidInputException.of(name, "Must be a whole number from 1 to " + most + ".");
    }
}
