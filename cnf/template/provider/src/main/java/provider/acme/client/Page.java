package provider.acme.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One page of the listing.
 *
 * @param next number of the next page; 0 after the last
 */
public record Page(JsonNode items, int next) {}
