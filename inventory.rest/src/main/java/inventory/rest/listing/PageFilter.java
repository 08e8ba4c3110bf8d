package inventory.rest.listing;

import inventory.api.query.Page;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.Provider;

/** Puts a page that a call returns into the envelope of all lists. So other bundles have lists without knowing it. */
@Provider
public final class PageFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page) {
            UriInfo uri = request.getUriInfo();
            ListingRequest asked = ListingRequest.of(uri.getQueryParameters());
            response.setEntity(PageRepresentation.of(asked, page, page.results(), new PageLinks(uri.getRequestUri())));
        }
    }
}
