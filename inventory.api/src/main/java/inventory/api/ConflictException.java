package inventory.api;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The state of the thing forbids this now: a second run, a cancel of what has ended, a delete of what is in use. */
public final class ConflictException extends InventoryException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<UUID> collectionRun;
    private final transient OptionalLong activeInstances;
    private final transient Optional<String> plugin;
    private final transient Optional<UUID> task;

    /** @param message what stands in the way, for a person */
    public ConflictException(String message) {
        this(message, Optional.empty());
    }

    /**
     * @param message what stands in the way, for a person
     * @param collectionRun the run that stands in the way, if it is one
     */
    public ConflictException(String message, Optional<UUID> collectionRun) {
        this(message, collectionRun, OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    private ConflictException(
            String message,
            Optional<UUID> collectionRun,
            OptionalLong activeInstances,
            Optional<String> plugin,
            Optional<UUID> task) {
        super(message);
        this.collectionRun = collectionRun;
        this.activeInstances = activeInstances;
        this.plugin = plugin;
        this.task = task;
    }

    /** Provider records that use what was to be removed. */
    public static ConflictException inUse(String message, long activeInstances) {
        return new ConflictException(
                message, Optional.empty(), OptionalLong.of(activeInstances), Optional.empty(), Optional.empty());
    }

    /** A plugin that is here already. */
    public static ConflictException taken(String message, String pluginKey) {
        return new ConflictException(
                message, Optional.empty(), OptionalLong.empty(), Optional.of(pluginKey), Optional.empty());
    }

    /** A task that has not ended. */
    public static ConflictException busy(String message, UUID task) {
        return new ConflictException(
                message, Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.of(task));
    }

    /** @return the id of the run that stands in the way; empty if it is something else */
    public Optional<UUID> collectionRun() {
        return collectionRun;
    }

    /** @return the number of provider records that stand in the way; empty if it is something else */
    public OptionalLong activeInstances() {
        return activeInstances;
    }

    /** @return the key of the plugin that stands in the way; empty if it is something else */
    public Optional<String> plugin() {
        return plugin;
    }

    /** @return the id of the task that stands in the way; empty if it is something else */
    public Optional<UUID> task() {
        return task;
    }
}
