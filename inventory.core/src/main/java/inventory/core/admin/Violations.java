package inventory.core.admin;

import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.identity.Caller;
import inventory.core.store.people.PeopleStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is wrong with an input, so that a caller learns all of it at once. Not thread-safe. */
final class Violations {
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    void add(String field, String reason) {
        errors.computeIfAbsent(field, name -> new ArrayList<>()).add(reason);
    }

    void addAll(Map<String, List<String>> more) {
        more.forEach((field, reasons) -> reasons.forEach(reason -> add(field, reason)));
    }

    /** A text that must be there when {@code required}, and must not be blank then. */
    void text(String field, Optional<String> value, int longest, boolean required) {
        if (required && value.isEmpty()) {
            add(field, "This field is required.");
        }
        value.ifPresent(text -> {
            if (text.isBlank() && !field.equals("description")) {
                add(field, "This field may not be blank.");
            }
            optionalText(field, text, longest);
        });
    }

    /** A text that may be empty. */
    void optionalText(String field, String text, int longest) {
        if (text.length() > longest) {
            add(field, "At most " + longest + " characters; this has " + text.length() + ".");
        }
        if (text.indexOf('\0') >= 0) {
            add(field, "The character U+0000 cannot be stored.");
        }
    }

    /**
     * The owner of something: it must exist for this caller, who must be allowed to write there.
     *
     * @throws ForbiddenException the caller may read the organization, and not write it
     */
    void organization(Caller caller, Optional<Long> organization, PeopleStore people) {
        if (organization.isEmpty()) {
            add("organization", "This field is required.");
        } else if (!caller.reads(organization.get()) || !people.organizationExists(organization.get())) {
            add("organization", "There is no organization " + organization.get() + ".");
        } else if (!caller.writes(organization.get())) {
            throw new ForbiddenException("Only admins of organization " + organization.get() + " may do this.");
        }
    }

    /** A text that a person sent, short enough for a message. */
    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    /** Throws what was collected; nothing if all is well. */
    void raise() {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }
}
