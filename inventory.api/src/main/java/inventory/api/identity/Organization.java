package inventory.api.identity;

import java.time.Instant;

/** Owner of providers and of all that they find. */
public record Organization(long id, String name, String description, Instant created, Instant modified) {}
