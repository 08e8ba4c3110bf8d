package inventory.rest.resource;

import inventory.api.action.Task;
import inventory.api.query.Listings;
import inventory.rest.Core;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Supplier;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;

/** Tasks: actions on resources, asked for, in progress or ended. */
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
public final class TasksResource extends ListingResource<Task> {
    public TasksResource(Supplier<Core> core) {
        super(core, Listings.TASKS);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(
            summary = "Cancels a task",
            description =
                    "Its status is final in the answer: unknown if something was being changed, else canceled. What the"
                            + " outside system has begun goes on.")
    @ApiResponse(responseCode = "409", description = "It has ended already.")
    public Task cancel(@Context SecurityContext security, @PathParam("id") String id) {
        return core().actions().cancel(caller(security), id);
    }
}
