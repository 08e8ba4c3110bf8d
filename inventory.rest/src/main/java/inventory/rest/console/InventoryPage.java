package inventory.rest.console;

import inventory.api.identity.Caller;
import inventory.rest.Core;
import inventory.rest.CoreLink;
import inventory.rest.measure.MeasureSources;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.apache.felix.webconsole.servlet.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page Inventory of the Felix web console. It only shows. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=inventory",
            ServletConstants.PLUGIN_TITLE + "=Inventory",
            ServletConstants.PLUGIN_CATEGORY + "=Main"
        })
public final class InventoryPage extends AbstractServlet {
    private static final long serialVersionUID = 1L;

    private final transient CoreLink core;
    private final transient MeasureSources measures;

    @Activate
    public InventoryPage(@Reference CoreLink core, @Reference MeasureSources measures) {
        this.core = core;
        this.measures = measures;
    }

    @Override
    public void renderContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Html html = new Html(response.getWriter());
        if (request.getAttribute(User.USER_ATTRIBUTE) instanceof User user
                && user.getUserObject() instanceof Caller caller) {
            core.find()
                    .ifPresentOrElse(
                            found -> show(html, found, caller, request),
                            () -> html.paragraph("The inventory is starting."));
        }
    }

    private void show(Html html, Core found, Caller caller, HttpServletRequest request) {
        String appRoot = String.valueOf(request.getAttribute(ServletConstants.ATTR_APP_ROOT));
        new Overview(found, caller, html, appRoot).show(measures.measures());
    }
}
