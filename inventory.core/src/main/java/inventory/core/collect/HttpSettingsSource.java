package inventory.core.collect;

import inventory.api.http.HttpCalls;
import inventory.api.provider.HttpSettings;
import inventory.core.registry.ConnectionConfigRules;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The HTTP settings that every plugin is given. The certificates are read when first needed. Thread-safe. */
@Component(service = HttpSettingsSource.class, configurationPid = HttpConfig.PID)
@Designate(ocd = HttpConfig.class)
public final class HttpSettingsSource {
    private static final long MIB = 1L << 20;

    private final HttpConfig config;
    private final Map<String, String> environment;
    private Outbound outbound;

    @Activate
    public HttpSettingsSource(HttpConfig config) {
        this(config, System.getenv());
    }

    HttpSettingsSource(HttpConfig config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    /** @throws IllegalStateException the settings are wrong; the message says which and why */
    synchronized Outbound outbound() {
        if (outbound == null) {
            HttpSettings settings = read();
            outbound = new Outbound(settings, HttpCalls.client(settings), config.max_answer_mib() * MIB);
        }
        return outbound;
    }

    private HttpSettings read() {
        String trustFile = environment.getOrDefault("INVENTORY_TRUST_FILE", config.trust_file());
        return new HttpSettings(
                proxy(environment.getOrDefault("INVENTORY_HTTP_PROXY", config.proxy())),
                noProxy(),
                trustFile.isBlank() ? TrustFile.platform() : TrustFile.read(Path.of(trustFile)),
                Duration.ofMillis(config.connect_timeout_ms()),
                Duration.ofMillis(config.read_timeout_ms()));
    }

    private List<String> noProxy() {
        String variable = environment.get("INVENTORY_NO_PROXY");
        Stream<String> hosts = variable == null ? Stream.of(config.no_proxy()) : Stream.of(variable.split(","));
        return hosts.map(String::strip).filter(host -> !host.isEmpty()).toList();
    }

    private static Optional<InetSocketAddress> proxy(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String address = text.strip().replaceFirst("^https?://", "").replaceFirst("/$", "");
        int colon = address.lastIndexOf(':');
        int port = colon > 0 && address.substring(colon + 1).matches("\\d{1,5}")
                ? Integer.parseInt(address.substring(colon + 1))
                : 0;
        if (port < 1 || port > ConnectionConfigRules.HIGHEST_PORT) {
            throw new IllegalStateException("The HTTP proxy must be given as host:port");
        }
        return Optional.of(InetSocketAddress.createUnresolved(address.substring(0, colon), port));
    }
}
