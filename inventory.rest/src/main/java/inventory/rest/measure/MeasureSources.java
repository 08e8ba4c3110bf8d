package inventory.rest.measure;

import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Everybody who has figures to show. They come and go while the application stays, hence a dynamic reference. */
@Component(service = MeasureSources.class)
public final class MeasureSources {
    private final Set<MeasureSource> sources = new CopyOnWriteArraySet<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindSource(MeasureSource source) {
        sources.add(source);
    }

    public void unbindSource(MeasureSource source) {
        sources.remove(source);
    }

    /** @return the figures of all of them, as they are now */
    public List<Measure> measures() {
        return sources.stream().flatMap(source -> source.measures().stream()).toList();
    }
}
