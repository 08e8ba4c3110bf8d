package provider.internal.rest;

import inventory.api.LimitExceededException;
import inventory.api.query.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import provider.internal.ImportMode;
import provider.internal.ImportReport;
import provider.internal.Machines;
import provider.internal.csv.MachineCsvReader;

/** Machines from a table. */
@Component(service = ImportResource.class)
@JaxrsResource
@JaxrsApplicationSelect("(osgi.jaxrs.name=inventory)")
@Path("internal/machines/import")
public final class ImportResource {
    private static final int MOST_MIB = 16;
    private static final long MOST_DROPPED = 64L << 20;

    private final Machines machines;

    @Activate
    public ImportResource(@Reference Machines machines) {
        this.machines = machines;
    }

    @POST
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds and changes machines by a table",
            description =
                    "CSV in UTF-8 with the names of the fields in its first row, and tag.KEY for a tag. A row with an id changes"
                            + " that machine, one without adds a machine. Nothing is stored if any row is wrong, unless partial=true;"
                            + " with preview=true nothing is stored at all.")
    @ApiResponse(
            responseCode = "200",
            description = "All is stored, or would be.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(responseCode = "400", description = "Rows are wrong: each with its number, field and reason in rows.")
    public Response load(
            @Context SecurityContext security,
            @Context UriInfo uri,
            @QueryParam("provider") String provider,
            @QueryParam("preview") @Schema(type = "boolean") String preview,
            @QueryParam("partial") @Schema(type = "boolean") String partial,
            InputStream table)
            throws IOException {
        Parameters asked = new Parameters(uri.getQueryParameters()).only(List.of("provider", "preview", "partial"));
        ImportMode mode = new ImportMode(asked.flag("preview"), asked.flag("partial"));
        ImportReport report = machines.load(
                MachinesResource.caller(security),
                MachineSelection.provider(asked),
                MachineCsvReader.read(bytes(table)),
                mode);
        boolean refused = report.failed() > 0 && !mode.partial() && !mode.preview();
        return refused
                ? Response.status(Response.Status.BAD_REQUEST)
                        .type(RowsProblem.TYPE)
                        .entity(RowsProblem.of(report))
                        .build()
                : Response.ok(report).build();
    }

    /** Many clients look for an answer only when they have sent everything: what is too much is read and dropped. */
    private static byte[] bytes(InputStream table) throws IOException {
        int most = MOST_MIB << 20;
        byte[] bytes = table.readNBytes(most + 1);
        if (bytes.length > most) {
            table.skip(MOST_DROPPED);
            throw new LimitExceededException("A table has at most " + MOST_MIB + " MiB.");
        }
        return bytes;
    }
}
