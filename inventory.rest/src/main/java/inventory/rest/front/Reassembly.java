package inventory.rest.front;

import inventory.rest.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the application again while it is put together anew, because a bundle has brought or taken away paths. The whiteboard takes all
 * paths away meanwhile, and a page of its own says that there is no service; the request was not looked at then.
 */
record Reassembly(Duration limit) {
    private static final Duration PAUSE = Duration.ofMillis(10);

    void pass(ServletRequest request, JsonErrors answer, FilterChain chain) throws IOException, ServletException {
        long begin = System.nanoTime();
        while (!isAnswered(request, answer, chain)) {
            if (System.nanoTime() - begin > limit.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                answer.setHeader("Retry-After", "1");
                answer.write(Problem.of(503, "The API is being put together anew. Try again shortly."));
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isAnswered(ServletRequest request, JsonErrors answer, FilterChain chain)
            throws IOException, ServletException {
        Listening listening = new Listening(answer);
        chain.doFilter(request, listening);
        boolean nobody = listening.nobody || Entrance.wasClosed(request);
        if (nobody) {
            answer.setStatus(HttpServletResponse.SC_OK);
        }
        return !nobody;
    }

    /** Holds back what stands for an application without paths: the API itself answers in HTML only where it succeeds. */
    private static final class Listening extends HttpServletResponseWrapper {
        private boolean nobody;

        Listening(HttpServletResponse answer) {
            super(answer);
        }

        @Override
        public void setContentType(String type) {
            nobody = getStatus() == SC_NOT_FOUND && type != null && type.startsWith("text/html");
            if (!nobody) {
                super.setContentType(type);
            }
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return nobody ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
        }
    }
}
