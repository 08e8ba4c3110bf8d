package inventory.rest.resource;

import inventory.api.identity.Caller;
import inventory.api.query.Listing;
import inventory.rest.Core;
import inventory.rest.describe.Lists;
import inventory.rest.describe.Reads;
import inventory.rest.listing.ListingReader;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;

/** A listing and its rows; what else can be done with them, subclasses add. */
public class ListingResource<T> {
    private final Supplier<Core> core;
    private final Listing<T> listing;
    private final ListingReader<T> reader;

    ListingResource(Supplier<Core> core, Listing<T> listing) {
        this.core = core;
        this.listing = listing;
        reader = reader(listing);
    }

    /** @return what is listed here */
    public final Listing<T> listing() {
        return listing;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListingReader.CSV})
    @Lists
    @Operation(summary = "Lists, page by page")
    public final Response list(@Context SecurityContext security, @Context UriInfo uri) {
        Caller caller = caller(security);
        admit(caller);
        return reader.list(caller, uri, Map.of());
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Reads
    @Operation(summary = "Reads one")
    public Object get(@Context SecurityContext security, @Context UriInfo uri, @PathParam("id") String id) {
        Caller caller = caller(security);
        admit(caller);
        return reader.get(caller, id, uri);
    }

    /** Refuses those for whom the listing as a whole is not; here nobody. */
    void admit(Caller caller) {}

    final Core core() {
        return core.get();
    }

    final <R> ListingReader<R> reader(Listing<R> other) {
        return new ListingReader<>(() -> core().inventory(), other);
    }

    /** @return who asks; the authentication filter has seen to it */
    static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    /** @return 201 with the new row and its address */
    static Response created(UriInfo uri, Object id, Object row) {
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(id.toString())
                        .path("/")
                        .build())
                .type(MediaType.APPLICATION_JSON)
                .entity(row)
                .build();
    }
}
