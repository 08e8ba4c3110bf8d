package inventory.api.plugin;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.LimitExceededException;
import inventory.api.NotFoundException;
import inventory.api.UnusablePluginException;
import inventory.api.identity.Caller;
import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The plugin registry, and the one way in and out of it. Thread-safe. Implemented by the core. */
@ProviderType
public interface Plugins {
    /**
     * All plugins, those included that could not be installed: they are {@code failed}, with the reason, and have the name of their
     * file as key where their manifest gives none.
     *
     * @return ordered by key; of several with one key the one in use first
     */
    List<Plugin> list(Caller caller);

    /**
     * One plugin.
     *
     * @param key as {@link #list} has it
     * @throws InvalidInputException the key is not of the form {@code vendor:provider_type}
     * @throws NotFoundException no plugin has this key; the message names those that are there
     */
    Plugin get(Caller caller, String key);

    /** Looks at all bundles and at the folders of plugins anew, and waits until that is done. @return as {@link #list} */
    List<Plugin> refresh(Caller caller);

    /**
     * Connects to every enabled provider with this key that the caller may see, each within the configured time limit.
     *
     * @return one result per provider; empty if there is none
     * @throws InvalidInputException as in {@link #get}
     * @throws NotFoundException as in {@link #get}
     */
    List<TestResult> test(Caller caller, String key);

    /**
     * Connects to one provider, enabled or not, within the configured time limit.
     *
     * @param providerId id of the provider record
     * @return how it fared; a plugin that is missing is a failure, not an exception
     * @throws NotFoundException there is no such provider, or the caller may not see it
     */
    TestResult testProvider(Caller caller, String providerId);

    /**
     * Checks the plugin, starts it, and gives it the keys of its manifest when it offers them. Until then, and if anything fails, the
     * version that was there serves, undisturbed. A run in progress ends with the version it began with. The plugin is here again
     * after a restart. One installation or removal happens at a time; the call waits for those before it, and for the plugin to offer
     * its service no longer than the configured limit.
     *
     * @param force replace a plugin that has one of the keys already
     * @return what was done
     * @throws ForbiddenException the caller is no superuser
     * @throws InvalidInputException for {@code plugin}: the file is none of the known kinds, is damaged or unsafe, or its manifest does
     *     not do
     * @throws LimitExceededException the file, or what is packed in it, is larger than the configured limits
     * @throws ConflictException without {@code force}: {@link ConflictException#plugin} is here already
     * @throws UnusablePluginException it does not resolve, does not start, or does not offer what its manifest says
     * @throws IOException the content could not be read to its end
     */
    Installation install(Caller caller, PluginFile file, boolean force) throws IOException;

    /**
     * Takes the plugin away: no new run uses it when this returns, and its bundles go when the last run that uses it has ended or was
     * canceled, within the configured limit.
     *
     * @param key as {@link #list} has it
     * @param force although provider records use it
     * @return what was done
     * @throws ForbiddenException the caller is no superuser
     * @throws InvalidInputException as in {@link #get}
     * @throws NotFoundException as in {@link #get}
     * @throws ConflictException without {@code force}: {@link ConflictException#activeInstances} provider records use it
     */
    Removal remove(Caller caller, String key, boolean force);
}
