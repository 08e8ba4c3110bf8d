package inventory.rest.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.InventoryException;
import inventory.api.LimitExceededException;
import inventory.api.NotFoundException;
import inventory.api.StaleVersionException;
import inventory.api.UnavailableException;
import inventory.api.UnusablePluginException;
import inventory.rest.json.TooLargeException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.UUID;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a call ended with into an answer. What the client can act on is told; of defects only an id, the rest is logged. */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private final int retryAfter;

    /** @param retryAfter seconds that a 503 asks for */
    public ProblemMapper(int retryAfter) {
        this.retryAfter = retryAfter;
    }

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof InventoryException known) {
            return known(known);
        } else if (error instanceof WebApplicationException web) {
            return web(web);
        } else if (error instanceof TooLargeException large) {
            return Problem.of(413, large.getMessage()).answer().build();
        } else if (error instanceof JsonProcessingException syntax) {
            return Problem.of(400, syntax(syntax)).answer().build();
        } else if (error instanceof CharacterCodingException) {
            return Problem.of(400, "JSON parse error: this is no UTF-8.")
                    .answer()
                    .build();
        } else if (error instanceof IOException broken) {
            return Problem.brokenOff(broken).answer().build();
        }
        return Problem.defect(500, error).answer().build();
    }

    private Response known(InventoryException error) {
        if (error instanceof InvalidInputException invalid) {
            return Problem.invalid(invalid.errors()).answer().build();
        } else if (error instanceof NotFoundException) {
            return Problem.of(404, error.getMessage()).answer().build();
        } else if (error instanceof ForbiddenException) {
            return Problem.of(403, error.getMessage()).answer().build();
        } else if (error instanceof ConflictException conflict) {
            return conflict(conflict).answer().build();
        } else if (error instanceof StaleVersionException) {
            return Problem.of(412, error.getMessage()).answer().build();
        } else if (error instanceof LimitExceededException) {
            return Problem.of(413, error.getMessage()).answer().build();
        } else if (error instanceof UnusablePluginException unusable) {
            return Problem.of(422, unusable.getMessage())
                    .with("problems", unusable.problems())
                    .answer()
                    .build();
        }
        return unavailable((UnavailableException) error);
    }

    private static Problem conflict(ConflictException error) {
        Problem problem = Problem.of(409, error.getMessage());
        error.task().ifPresent(task -> problem.with("task", task));
        error.activeInstances().ifPresent(count -> problem.with("active_instances", count));
        return problem;
    }

    private Response unavailable(UnavailableException error) {
        String id = UUID.randomUUID().toString();
        LOG.warn("Call refused, id {}: {}", id, error.getMessage());
        return Problem.of(503, error.getMessage())
                .with("id", id)
                .answer()
                .header(HttpHeaders.RETRY_AFTER, retryAfter)
                .build();
    }

    private static Response web(WebApplicationException error) {
        int status = error.getResponse().getStatus();
        if (status < 400) {
            return error.getResponse();
        } else if (status >= 500) {
            return Problem.defect(status, error).answer().build();
        }
        return Problem.of(status).answer().build();
    }

    private static String syntax(JsonProcessingException error) {
        if (error instanceof StreamConstraintsException) {
            return "JSON parse error: nested too deeply, or a number, name or text is too long.";
        }
        JsonLocation place = error.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return "JSON parse error" + where + ".";
    }
}
