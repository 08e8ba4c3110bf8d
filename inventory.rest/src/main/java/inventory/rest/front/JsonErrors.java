package inventory.rest.front;

import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.rest.json.Json;
import inventory.rest.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer whose errors are problems in JSON instead of the server's own pages, which name classes and versions. */
final class JsonErrors extends HttpServletResponseWrapper {
    private static final ObjectMapper MAPPER = Json.mapper();

    JsonErrors(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        write(Problem.of(status));
    }

    @Override
    public void sendError(int status, String internal) throws IOException {
        sendError(status);
    }

    void write(Problem problem) throws IOException {
        write(problem.status(), Problem.TYPE, problem.bytes());
    }

    void write(int status, String type, Object value) throws IOException {
        write(status, type, MAPPER.writeValueAsBytes(value));
    }

    private void write(int status, String type, byte[] body) throws IOException {
        if (isCommitted()) {
            return;
        }
        resetBuffer();
        setStatus(status);
        setContentType(type);
        setContentLength(body.length);
        try {
            getOutputStream().write(body);
        } catch (IllegalStateException writerIsTaken) {
            getWriter().write(new String(body, StandardCharsets.UTF_8));
        }
    }
}
