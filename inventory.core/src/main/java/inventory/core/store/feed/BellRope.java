package inventory.core.store.feed;

import inventory.api.change.ChangeBell;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings all bells there are. */
@Component(service = BellRope.class)
public final class BellRope {
    private static final Logger LOG = LoggerFactory.getLogger(BellRope.class);

    private final List<ChangeBell> bells = new CopyOnWriteArrayList<>();

    /** No constructor parameter: bells come and go, and nothing may restart for that. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "untie")
    void tie(ChangeBell bell) {
        bells.add(bell);
    }

    void untie(ChangeBell bell) {
        bells.remove(bell);
    }

    /** Something was committed. */
    public void pull() {
        for (ChangeBell bell : bells) {
            try {
                bell.ring();
            } catch (RuntimeException e) {
                // what was committed stays so, whatever a listener does
                LOG.warn("{} failed when it was rung", bell.getClass().getName(), e);
            }
        }
    }
}
