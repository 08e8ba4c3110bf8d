package inventory.api.provider;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the registry knows of a plugin before anything of it is loaded: the properties in its component's description. */
public final class ServiceProperties {
    private ServiceProperties() {}

    /** @return name → text, or the list of texts */
    public static Map<String, Object> of(Class<? extends BaseProvider> component)
            throws IOException, ParserConfigurationException, SAXException {
        try (InputStream description = component.getResourceAsStream("/OSGI-INF/" + component.getName() + ".xml")) {
            NodeList properties = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(description)
                    .getElementsByTagName("property");
            Map<String, Object> told = new TreeMap<>();
            for (int i = 0; i < properties.getLength(); i++) {
                Element property = (Element) properties.item(i);
                String value = property.getAttribute("value");
                told.put(
                        property.getAttribute("name"),
                        value.isEmpty()
                                ? property.getTextContent().strip().lines().toList()
                                : value);
            }
            return told;
        }
    }
}
