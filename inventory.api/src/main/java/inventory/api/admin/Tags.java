package inventory.api.admin;

import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.resource.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes tags and puts them on resources. Thread-safe. Implemented by the core. Errors as in {@link Providers}: {@link
 * NotFoundException}, {@link ForbiddenException}, {@link InvalidInputException}.
 */
@ProviderType
public interface Tags {
    Tag create(
            Caller caller,
            Optional<Long> organization,
            Optional<String> namespace,
            Optional<String> key,
            Optional<String> value);

    /** Deletes the tag and takes it off all resources. */
    void delete(Caller caller, String id);

    /** Puts the tag on these resources of its organization; those that carry it already stay as they are. */
    void assign(Caller caller, String id, List<UUID> resources);

    /** Takes the tag off these resources. */
    void unassign(Caller caller, String id, List<UUID> resources);
}
