package provider.internal;

/**
 * How rows are taken.
 *
 * @param preview nothing is stored
 * @param partial the right rows are stored although others are wrong
 */
public record ImportMode(boolean preview, boolean partial) {}
