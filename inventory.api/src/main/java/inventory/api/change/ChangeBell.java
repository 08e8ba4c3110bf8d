package inventory.api.change;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service of those who read the {@link ChangeFeed} and do not want to poll. */
@ConsumerType
public interface ChangeBell {
    /** Something was committed. Carries nothing, may ring once for many changes, and must return at once. */
    void ring();
}
