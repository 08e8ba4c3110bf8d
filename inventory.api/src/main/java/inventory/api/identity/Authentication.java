package inventory.api.identity;

import inventory.api.UnavailableException;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Turns credentials into a {@link Caller}. Thread-safe. Implemented by the core. */
@ProviderType
public interface Authentication {
    /**
     * Checks a password. Failed attempts are slowed per user name; a success is remembered for a short time, so that every call of a
     * script does not cost a password hash.
     *
     * @param username as typed
     * @param password as typed; the array is not kept
     * @return the caller; empty if the user is unknown or inactive or the password is wrong, all of which take the same time
     * @throws UnavailableException the store cannot be reached
     */
    Optional<Caller> authenticate(String username, char[] password);
}
