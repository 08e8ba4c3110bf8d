package inventory.rest.measure;

import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;

/** The running product in figures. */
@Path("metrics")
public final class MeasuresResource {
    private final MeasureSources sources;
    private final List<MeasureSource> own;

    /** @param own sources of this bundle, besides those that are services */
    public MeasuresResource(MeasureSources sources, MeasureSource... own) {
        this.sources = sources;
        this.own = List.of(own);
    }

    @GET
    @Operation(summary = "Shows figures of the running product", description = "In Prometheus' text format.")
    @ApiResponse(responseCode = "200", description = "The figures.")
    public Response measures() {
        List<Measure> measures = new ArrayList<>(sources.measures());
        own.forEach(source -> measures.addAll(source.measures()));
        return Response.ok(PrometheusText.of(measures), PrometheusText.TYPE).build();
    }
}
