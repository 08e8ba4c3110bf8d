package inventory.core.registry;

import inventory.api.provider.BaseProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

/** A provider service in the framework's service registry. */
record OsgiPluginService(BundleContext context, ServiceReference<BaseProvider> reference) implements PluginService {
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    @Override
    public long id() {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }

    @Override
    public int ranking() {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    @Override
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return properties;
    }

    @Override
    public String bundle() {
        Bundle bundle = reference.getBundle();
        return bundle == null ? "a bundle that is gone" : bundle.getSymbolicName();
    }

    @Override
    public long bundleId() {
        Bundle bundle = reference.getBundle();
        return bundle == null ? -1 : bundle.getBundleId();
    }

    @Override
    public boolean deployed() {
        Bundle bundle = reference.getBundle();
        return bundle != null && bundle.getLocation().startsWith(DEPLOYED);
    }

    @Override
    public Optional<String> manifest() {
        Bundle bundle = reference.getBundle();
        URL entry = bundle == null ? null : bundle.getEntry("manifest.yml");
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = entry.openStream()) {
            return Optional.of(new String(in.readNBytes(4 * ManifestReader.MAX_CHARACTERS), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read manifest.yml of " + bundle(), e);
        }
    }

    @Override
    public Map<String, Object> dependencies() {
        Bundle bundle = reference.getBundle();
        if (bundle == null) {
            return Map.of();
        }
        Dictionary<String, String> headers = bundle.getHeaders("");
        return Map.of(
                "packages", clauses(headers.get(Constants.IMPORT_PACKAGE)),
                "embedded", clauses(headers.get(Constants.BUNDLE_CLASSPATH)));
    }

    private static List<String> clauses(String header) {
        return header == null
                ? List.of()
                : Stream.of(COMMA.split(header))
                        .map(clause -> clause.replaceFirst(";.*", "").strip())
                        .filter(name -> !name.isEmpty() && !name.equals("."))
                        .sorted()
                        .toList();
    }

    @Override
    public Optional<BaseProvider> get() {
        ServiceObjects<BaseProvider> objects = context.getServiceObjects(reference);
        return objects == null ? Optional.empty() : Optional.ofNullable(objects.getService());
    }

    @Override
    public void giveBack(BaseProvider provider) {
        ServiceObjects<BaseProvider> objects = context.getServiceObjects(reference);
        if (objects != null) {
            objects.ungetService(provider);
        }
    }
}
