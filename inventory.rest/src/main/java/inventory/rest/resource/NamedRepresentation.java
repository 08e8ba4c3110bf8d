package inventory.rest.resource;

import inventory.api.InvalidInputException;
import java.util.Optional;

/** The body of what has a name and a description only. */
public record NamedRepresentation(Optional<String> name, Optional<String> description) {
    /** @return the same with the default where there is one, as a replacement needs it */
    NamedRepresentation complete() {
        if (name.isEmpty()) {
            throw InvalidInputException.of("name", "This field is required.");
        }
        return new NamedRepresentation(name, description.or(() -> Optional.of("")));
    }
}
