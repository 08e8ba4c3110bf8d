package inventory.api.provider;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to go out over HTTP, the same for all plugins. Applies to the plugin's own clients only: nothing JVM-wide may be changed.
 *
 * @param proxy HTTP proxy to go through; empty: go directly
 * @param noProxy hosts reached directly although there is a proxy: names, and suffixes that start with a dot
 * @param trust certificates to trust; the JVM's own unless the operator configured others
 * @param connectTimeout for one attempt to connect; more than zero
 * @param readTimeout for the longest silence within an answer; more than zero
 */
public record HttpSettings(
        Optional<InetSocketAddress> proxy,
        List<String> noProxy,
        SSLContext trust,
        Duration connectTimeout,
        Duration readTimeout) {}
