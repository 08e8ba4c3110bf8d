package provider.leaseweb.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One page of a listing.
 *
 * @param items an array
 * @param total of all pages
 */
public record Page(JsonNode items, int total) {}
