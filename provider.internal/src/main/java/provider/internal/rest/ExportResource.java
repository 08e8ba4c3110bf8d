package provider.internal.rest;

import inventory.api.query.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import provider.internal.Machines;
import provider.internal.csv.MachineCsvWriter;

/** Machines as a table. */
@Component(service = ExportResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=inventory)")
@Path("internal/machines/export")
public final class ExportResource {
    private final Machines machines;

    @Activate
    public ExportResource(@Reference Machines machines) {
        this.machines = machines;
    }

    @GET
    @Produces("text/csv")
    @Operation(
            summary = "Writes all machines of a provider as a table",
            description =
                    "CSV that can be imported again. What a spreadsheet would take for a formula has an apostrophe in front.")
    @ApiResponse(responseCode = "200", description = "The table.")
    public Response export(
            @Context SecurityContext security, @Context UriInfo uri, @QueryParam("provider") String provider) {
        Parameters asked = new Parameters(uri.getQueryParameters()).only(List.of("provider"));
        String table = MachineCsvWriter.write(
                machines.all(MachinesResource.caller(security), MachineSelection.provider(asked)));
        return Response.ok(table, "text/csv;charset=utf-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"machines.csv\"")
                .build();
    }
}
