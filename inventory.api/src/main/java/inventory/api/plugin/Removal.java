package inventory.api.plugin;

/**
 * What a removal has done.
 *
 * @param key the key that was asked for
 * @param removedFiles false if the plugin is a part of the product: it comes back with a refresh or a restart
 * @param orphanedInstances provider records that use the plugin no more; they and their resources stay
 */
public record Removal(String key, boolean removedFiles, long orphanedInstances) {}
