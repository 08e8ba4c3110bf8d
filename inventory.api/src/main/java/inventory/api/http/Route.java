package inventory.api.http;

import inventory.api.provider.HttpSettings;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Through the proxy, except to the hosts that are reached directly. */
final class Route extends ProxySelector {
    private final HttpSettings settings;

    Route(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return settings.proxy()
                .filter(proxy -> !isDirect(uri.getHost().toLowerCase(Locale.ROOT)))
                .map(proxy -> List.of(new Proxy(Proxy.Type.HTTP, proxy)))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    private boolean isDirect(String host) {
        return settings.noProxy().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith(".") ? host.endsWith(name) : host.equals(name));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // told by the call itself
    }
}
