package inventory.api.admin;

import java.util.Optional;

/**
 * What a caller wants a user to be. An absent field means: the default when creating, unchanged when changing. {@code toString} shows
 * no password.
 *
 * @param password in clear; stored as a hash only
 */
public record UserDraft(
        Optional<String> username,
        Optional<String> password,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<Boolean> isActive,
        Optional<Boolean> isSuperuser,
        Optional<Boolean> isPlatformAuditor) {
    @Override
    public String toString() {
        return "UserDraft[" + username.orElse("") + "]";
    }
}
