package inventory.api.provider;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Optional, on a {@link ProviderConnection}: tells more than that {@link BaseProvider#connect} succeeded. Without it, a connection
 * that opened counts as working.
 */
@ConsumerType
public interface ConnectionTest {
    /**
     * Checks with few, cheap, read-only calls whether a run would work. Called once, instead of {@code scopes} and {@code collect}.
     *
     * @return one sentence for a person: as whom it is connected and what can be read
     * @throws ProviderException why a run would fail
     * @throws InterruptedException when the caller no longer waits
     */
    String test() throws ProviderException, InterruptedException;
}
