package inventory.rest.front;

import inventory.rest.InventoryApplication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as if it had come in under the application's own path; the name it came in under is kept as an attribute. */
final class ApiRequest extends HttpServletRequestWrapper {
    private final String requestUri;
    private final String path;
    private final String query;

    ApiRequest(HttpServletRequest request, PublicPath publicPath, String query) {
        super(request);
        request.setAttribute(PublicUriFilter.PREFIX, publicPath.prefix());
        requestUri = InventoryApplication.BASE
                + request.getRequestURI().substring(publicPath.prefix().length());
        path = InventoryApplication.BASE + publicPath.path();
        this.query = query.isEmpty() ? null : RawQuery.encoded(query);
    }

    @Override
    public String getRequestURI() {
        return requestUri;
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        String original = super.getRequestURI();
        return url.replace(url.length() - original.length(), url.length(), requestUri);
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public String getPathInfo() {
        return null;
    }

    @Override
    public String getQueryString() {
        return query;
    }
}
