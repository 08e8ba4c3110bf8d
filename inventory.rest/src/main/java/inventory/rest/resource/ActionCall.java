package inventory.rest.resource;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.InvalidInputException;
import inventory.api.action.ActionOrder;
import inventory.api.action.Task;
import inventory.rest.json.Json;
import inventory.rest.resource.ResourcesResource.ActionOrderRepresentation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** What all calls that start an action have alike. */
final class ActionCall {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String PARAMETERS = "parameters";
    private static final String DRY_RUN = "dry_run";

    private ActionCall() {}

    static ActionOrder order(String action, ActionOrderRepresentation body, HttpHeaders headers) {
        return new ActionOrder(
                action, body.parameters().orElse(Map.of()), body.dryRun().orElse(false), requestId(headers));
    }

    /** An order whose parameters stand in the body itself, or in its {@code parameters}. */
    static ActionOrder order(String action, JsonNode body, HttpHeaders headers) {
        if (!body.isObject()) {
            throw InvalidInputException.of(InvalidInputException.WHOLE, "Send a JSON object.");
        }
        Map<String, Object> parameters = fields(body);
        Object dryRun = parameters.remove(DRY_RUN);
        if (dryRun != null && !(dryRun instanceof Boolean)) {
            throw InvalidInputException.of(DRY_RUN, "Must be a valid boolean: true or false.");
        }
        if (body.path(PARAMETERS).isObject()) {
            parameters.remove(PARAMETERS);
            parameters.putAll(fields(body.path(PARAMETERS)));
        }
        return new ActionOrder(action, parameters, Boolean.TRUE.equals(dryRun), requestId(headers));
    }

    private static Map<String, Object> fields(JsonNode object) {
        return MAPPER.convertValue(object, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** @return 202 with the task and its address */
    static Response accepted(UriInfo uri, Task task) {
        String here = uri.getAbsolutePath().toString();
        String base = here.substring(0, here.indexOf(uri.getPath(false)));
        return Response.accepted(task)
                .location(URI.create(base.replaceFirst("/+$", "") + "/tasks/" + task.id() + "/"))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    /** @return what the client calls this call, for the audit; empty if it says nothing sensible */
    private static String requestId(HttpHeaders headers) {
        String id = headers.getHeaderString(REQUEST_ID);
        return id != null && ID.matcher(id).matches() ? id : "";
    }
}
