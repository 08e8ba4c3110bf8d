package inventory.rest;

import inventory.api.query.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** A resource as another bundle would bring it. */
@Path("visitors")
public final class Visitor {
    /** Somebody who came. */
    public record GuestRepresentation(
            @Schema(description = "As they call themselves.")
            String name) {}

    @GET
    public Page<GuestRepresentation> list() {
        return new Page<>(List.of(), 0, false, Optional.empty());
    }

    @GET
    @Path("{name}")
    @Operation(summary = "Greets")
    public Map<String, String> greet(@PathParam("name") String name, @QueryParam("loud") boolean loud) {
        return Map.of(name, loud ? "HELLO" : "hello");
    }

    /** A reference to it, equal to all others with the same choice of application. */
    record Reference(String select) implements ServiceReference<Object> {
        @Override
        public Object getProperty(String key) {
            return getProperties().get(key);
        }

        @Override
        public String[] getPropertyKeys() {
            return new String[] {Constants.OBJECTCLASS, "osgi.jaxrs.application.select"};
        }

        @Override
        public Dictionary<String, Object> getProperties() {
            return FrameworkUtil.asDictionary(Map.of(
                    Constants.OBJECTCLASS,
                    new String[] {Visitor.class.getName()},
                    "osgi.jaxrs.application.select",
                    select));
        }

        @Override
        public Bundle getBundle() {
            return VisitorBundle.create();
        }

        @Override
        public Bundle[] getUsingBundles() {
            return new Bundle[0];
        }

        @Override
        public boolean isAssignableTo(Bundle bundle, String className) {
            return true;
        }

        @Override
        public int compareTo(Object other) {
            return 0;
        }

        @Override
        public <A> A adapt(Class<A> type) {
            return null;
        }
    }
}
