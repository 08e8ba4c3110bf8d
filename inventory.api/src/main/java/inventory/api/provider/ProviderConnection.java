package inventory.api.provider;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** One open connection, for one run. {@link #collect} is called by several threads at once, each with another scope. */
@ConsumerType
public interface ProviderConnection extends AutoCloseable {
    /**
     * What can be read alone. Called once, before any {@link #collect}.
     *
     * @return scopes with distinct ids, in any order; an empty list means that there is nothing to read, and removes nothing.
     *     A configured part that does not exist (a region, a datacenter) is still a scope: reading it fails and says so.
     * @throws ProviderException the whole run fails: not even the list of parts could be had
     * @throws InterruptedException when the run was cancelled; within one second of the interrupt
     */
    List<Scope> scopes() throws ProviderException, InterruptedException;

    /**
     * Reads one scope to its end. Called at most once at a time per scope, from a thread of the core; again after a failure that
     * the core retries, with a new sink: it then starts anew.
     *
     * <p><strong>A normal return states that the listing of this scope is complete</strong>, except for the types given to {@link
     * ResourceSink#notRead}: whatever was there before and was not yielded now is taken as gone. When in doubt, throw.
     *
     * @param scope one of {@link #scopes()}
     * @param sink takes what is seen; not valid after the return
     * @throws ProviderException the scope was not read to its end; nothing of it is stored, nothing of it is taken as gone
     * @throws InterruptedException when the run was cancelled; within one second of the interrupt
     */
    void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException;

    /** Logs out and frees everything. Called exactly once, after all {@link #collect} calls have returned. Never throws. */
    @Override
    void close();
}
