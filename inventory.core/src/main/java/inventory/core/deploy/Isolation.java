package inventory.core.deploy;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lets two versions of a plugin lie beside each other: no bundle is wired to one that is about to go, and what an archive brings along
 * is for its own bundles only, so that two plugins may bring different versions of one library. Thread-safe.
 */
@Component(service = {Isolation.class, ResolverHookFactory.class, CollisionHook.class})
public final class Isolation implements ResolverHookFactory, CollisionHook {
    private final long self;
    private final Map<Long, Space> spaces = new ConcurrentHashMap<>();

    @Activate
    public Isolation(BundleContext context) {
        self = context.getBundle().getBundleId();
    }

    /** What bundles that came together see, and whether others see them. */
    static final class Space {
        private final String origin;
        private final Set<Long> outgoing;
        private volatile boolean open;

        /**
         * @param open whether others see these bundles
         * @param outgoing ids of the bundles that they replace
         */
        Space(String origin, boolean open, Set<Long> outgoing) {
            this.origin = origin;
            this.outgoing = Set.copyOf(outgoing);
            this.open = open;
        }

        String origin() {
            return origin;
        }
    }

    void enter(long bundle, Space space) {
        spaces.put(bundle, space);
    }

    /** The bundle goes: nothing more is wired to it. */
    void close(long bundle) {
        Space space = spaces.get(bundle);
        if (space != null) {
            space.open = false;
        }
    }

    void leave(long bundle) {
        spaces.remove(bundle);
    }

    /** @return whether a bundle of this space may be wired to the other one */
    boolean sees(Space space, long other) {
        Space its = spaces.get(other);
        return its == null || its == space || (its.open && !space.outgoing.contains(other));
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return spaces.isEmpty() ? null : new Hook();
    }

    /** The core installs plugins, and another version of the same bundle may be here. */
    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> collisions) {
        if (operation == INSTALLING && target.getBundleId() == self) {
            collisions.clear();
        }
    }

    private final class Hook implements ResolverHook {
        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            // Whatever is installed may resolve.
        }

        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
            collisions.removeIf(other -> spaces.containsKey(id(singleton)) || spaces.containsKey(id(other)));
        }

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            Space own = spaces.get(requirement.getRevision().getBundle().getBundleId());
            candidates.removeIf(candidate -> own == null ? !isOpen(id(candidate)) : !sees(own, id(candidate)));
        }

        @Override
        public void end() {
            // Nothing is kept between two resolve operations.
        }

        private boolean isOpen(long bundle) {
            Space space = spaces.get(bundle);
            return space == null || space.open;
        }

        private long id(BundleCapability capability) {
            return capability.getRevision().getBundle().getBundleId();
        }
    }
}
