package inventory.rest.front;

import inventory.rest.InventoryApplication;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Stands right before the application. While that is put together anew its servlet fails on every request before it looks at it;
 * here the failure is noted for {@link Reassembly}, before the server would log it as a defect.
 */
@Component(service = Filter.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=context.for" + InventoryApplication.NAME + ")")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class Entrance implements Filter {
    private static final String CLOSED = Entrance.class.getName();
    /** Where the servlet hands a request to the application, and fails if that is not there yet, or no longer. */
    private static final String INSIDE = "org.apache.cxf.transport.http.AbstractHTTPDestination";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (NullPointerException failure) {
            if (!isInside(failure.getStackTrace())) {
                throw failure;
            }
            request.setAttribute(CLOSED, true);
        }
    }

    /** @return whether the request just met a closed entrance; forgotten by asking */
    static boolean wasClosed(ServletRequest request) {
        boolean closed = request.getAttribute(CLOSED) != null;
        request.removeAttribute(CLOSED);
        return closed;
    }

    private static boolean isInside(StackTraceElement... trace) {
        return trace.length > 0 && trace[0].getClassName().equals(INSIDE);
    }
}
