package inventory.rest;

import inventory.api.UnavailableException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Leads to the core as it comes and goes. The application stays up without it: ping and health answer, everything else is a 503.
 * Hence a dynamic reference, which a constructor cannot take.
 */
@Component(service = CoreLink.class)
public final class CoreLink implements Supplier<Core> {
    private final AtomicReference<Core> core = new AtomicReference<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCore(Core service) {
        core.set(service);
    }

    void unbindCore(Core service) {
        core.compareAndSet(service, null);
    }

    /** @return the core; empty while it starts or is being replaced */
    public Optional<Core> find() {
        return Optional.ofNullable(core.get());
    }

    /** @throws UnavailableException it is not there now */
    @Override
    public Core get() {
        return find().orElseThrow(
                        () -> new UnavailableException("The inventory is starting. Try again shortly.", null));
    }
}
