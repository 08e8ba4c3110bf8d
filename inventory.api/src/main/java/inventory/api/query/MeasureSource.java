package inventory.api.query;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service of everything that has figures to show; asked at each scrape. */
@ConsumerType
public interface MeasureSource {
    /** @return figures as they are now, at once, from memory: no call to the database or outside. Never throws. */
    List<Measure> measures();
}
