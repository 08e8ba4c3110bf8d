package inventory.api.identity;

import java.time.Instant;

/**
 * People of one organization.
 *
 * @param organization id of the organization
 */
public record Team(long id, String name, String description, long organization, Instant created, Instant modified) {}
