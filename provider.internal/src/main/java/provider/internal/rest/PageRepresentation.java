package provider.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Some machines.
 *
 * @param count on all pages
 */
public record PageRepresentation(
        long count, Optional<URI> next, Optional<URI> previous, List<MachineRepresentation> results) {}
