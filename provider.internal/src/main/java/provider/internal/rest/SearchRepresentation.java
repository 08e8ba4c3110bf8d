package provider.internal.rest;

/**
 * What is looked for.
 *
 * @param tag {@code KEY} or {@code KEY=VALUE}
 */
public record SearchRepresentation(String tag) {}
