package inventory.api.action;

import inventory.api.provider.FakeProviderContext;
import inventory.api.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests on resources of which little is known. */
public final class Targets {
    private Targets() {}

    /** @return a request on the resource with this reference and type */
    public static ActionRequest request(String action, String emsRef, String type, Map<String, Object> parameters) {
        return new ActionRequest(action, resource(emsRef, type, Map.of()), parameters, false);
    }

    /** @return a stored resource with these properties */
    public static Resource resource(String emsRef, String type, Map<String, Object> properties) {
        return resource(emsRef, type, "", properties);
    }

    /** @return a stored resource in this region with these properties */
    public static Resource resource(String emsRef, String type, String region, Map<String, Object> properties) {
        return new Resource(
                new UUID(0, 2),
                new UUID(0, 3),
                type,
                type,
                FakeProviderContext.PROVIDER,
                "fake (fake)",
                emsRef,
                "",
                emsRef,
                "",
                Map.of(),
                "",
                "running",
                "",
                Optional.empty(),
                region,
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                List.of(),
                "",
                "",
                properties,
                Map.of(),
                "",
                "",
                "",
                1,
                FakeProviderContext.NOW,
                FakeProviderContext.NOW,
                1,
                Optional.empty(),
                false);
    }
}
