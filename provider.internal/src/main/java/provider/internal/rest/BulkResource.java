package provider.internal.rest;

import inventory.api.query.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import provider.internal.Machines;

/** One change for several machines. */
@Component(service = BulkResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=inventory)")
@Path("internal/machines/bulk")
public final class BulkResource {
    private final Machines machines;

    @Activate
    public BulkResource(@Reference Machines machines) {
        this.machines = machines;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes several machines alike",
            description =
                    "Each for itself: the answer tells for each what became of it. With preview=true nothing is stored.")
    public BulkRepresentation.Answer change(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @QueryParam("preview") @Schema(type = "boolean") String preview,
            @Schema(
                            requiredProperties = {"ids", "changes"},
                            example =
                                    "{\"ids\": [\"rack7-4k1x09zq8w3m2n5b\"], \"changes\": {\"datacenter\": \"berlin\"}}")
                    BulkRepresentation wanted) {
        Parameters asked = new Parameters(uri.getQueryParameters()).only(List.of("preview"));
        return new BulkRepresentation.Answer(machines
                .change(
                        MachinesResource.caller(security),
                        wanted.distinctIds(),
                        wanted.toChange(),
                        asked.flag("preview"))
                .stream()
                .map(BulkRepresentation.Item::of)
                .toList());
    }
}
