package inventory.core.shell;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.Listing;
import inventory.api.query.Page;
import inventory.api.query.Query;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what a person means: by its id, or by its name where that is clear. */
record Lookup<T>(Inventory inventory, Caller caller, Listing<T> listing) {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * @throws NotFoundException there is none, or not for this caller
     * @throws InvalidInputException the name is that of several; the message names their ids
     */
    T find(String what) {
        if (UUID.matcher(what).matches()) {
            return inventory.get(caller, listing, what);
        }
        Page<T> found = inventory.list(caller, listing, Query.all().with("name", what));
        if (found.results().isEmpty()) {
            throw new NotFoundException("Nothing in " + listing.name() + " has the name or id '" + what + "'.");
        } else if (found.count() > 1) {
            throw InvalidInputException.of(
                    what,
                    found.count() + " have this name; use an id: "
                            + found.results().stream()
                                    .map(row -> Fields.cell(Fields.of(row).get("id")))
                                    .collect(Collectors.joining(", ")));
        }
        return found.results().get(0);
    }
}
