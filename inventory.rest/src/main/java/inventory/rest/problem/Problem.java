package inventory.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.rest.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An error as the client sees it: the members of problem+json, and beside them what clients of the reference system look for,
 * {@code detail} and, for each field that is wrong, the field's own name with the reasons.
 */
public final class Problem {
    /** Media type of all errors. */
    public static final String TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request is malformed.",
            404, "Not found.",
            405, "This method is not allowed here; the Allow header lists those that are.",
            406, "This media type is not available here. Accept application/json.",
            412, "It was changed meanwhile. Read it again, and send its new ETag.",
            415, "Send application/json; a plugin as multipart/form-data, a table as text/csv.");
    private final int status;
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Problem(int status, String detail) {
        this.status = status;
        members.put("type", "about:blank");
        members.put("title", title(status));
        members.put("status", status);
        members.put("detail", detail);
    }

    /** @param detail for a person: what is wrong and what would be right */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail);
    }

    /** An error that has no more to tell than its status. */
    public static Problem of(int status) {
        return of(status, DETAILS.getOrDefault(status, title(status) + "."));
    }

    /** A fault of ours: the log gets all of it, the client an id to ask for it by. */
    public static Problem defect(int status, Throwable error) {
        String id = UUID.randomUUID().toString();
        LOG.error("Call failed, id {}", id, error);
        return of(status, "Internal error. The log tells more under id " + id + ".")
                .with("id", id);
    }

    /** Reading or writing stopped, nearly always because the client went away: no fault to trace. */
    public static Problem brokenOff(IOException cause) {
        String id = UUID.randomUUID().toString();
        LOG.warn("Call broke off, id {}: {}", id, cause.toString());
        return of(500, "The exchange broke off.").with("id", id);
    }

    /** @param errors field → reasons; a field that has the name of a member of all problems stands among the errors only */
    public static Problem invalid(Map<String, List<String>> errors) {
        String detail = errors.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + String.join(" ", entry.getValue()))
                .collect(Collectors.joining(" "));
        Problem problem = of(400, detail).with("errors", errors);
        errors.forEach(problem.members::putIfAbsent);
        return problem;
    }

    /** Adds a member. */
    public Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    /** @return the body */
    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts, lists and records always serialise", impossible);
        }
    }

    /** @return the answer, to which headers can be added */
    public ResponseBuilder answer() {
        return Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(bytes());
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
