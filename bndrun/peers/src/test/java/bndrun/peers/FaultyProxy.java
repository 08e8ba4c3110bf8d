package bndrun.peers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;
import java.util.Map;

/** Stands in front of an outside system: hands everything on, and lets one scope's requests go wrong as told. */
final class FaultyProxy implements Faulty {
    /** Longer than the product waits. */
    private static final int SILENCE_MILLIS = 30_000;

    /** More than the product takes, as it is set up here. */
    private static final int HUGE = 2 << 20;

    private final OutsideSystem system;
    private final WireMockServer server;

    FaultyProxy(OutsideSystem system) {
        this.system = system;
        server = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("127.0.0.1")
                .preserveHostHeader(true)
                .trustAllProxyTargets(true)
                .disableRequestJournal());
        server.start();
        heals();
    }

    @Override
    public String key() {
        return system.key();
    }

    @Override
    public List<String> types() {
        return system.types();
    }

    @Override
    public Map<Mishap, String> never() {
        return system.never();
    }

    @Override
    public Map<String, Object> record() {
        return Map.of("endpoint", "http://127.0.0.1:" + server.port(), "connection_config", system.config());
    }

    /** The certificate is one that nobody signed. */
    @Override
    public Map<String, Object> record(Mishap mishap) {
        return mishap == Mishap.CERTIFICATE
                ? Map.of(
                        "endpoint",
                        "https://127.0.0.1:" + server.httpsPort(),
                        "connection_config",
                        system.strictConfig())
                : record();
    }

    @Override
    public boolean leavesNothing(Mishap mishap) {
        return mishap == Mishap.CERTIFICATE;
    }

    @Override
    public void heals() {
        server.resetMappings();
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().proxiedFrom(system.url())));
    }

    @Override
    public void breaks(Mishap mishap) {
        heals();
        if (mishap != Mishap.CERTIFICATE) {
            server.stubFor(system.oneScope().atPriority(1).willReturn(answer(mishap)));
        }
    }

    private ResponseDefinitionBuilder answer(Mishap mishap) {
        return switch (mishap) {
            case RESET -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            case CUT -> beginning("").withFault(Fault.MALFORMED_RESPONSE_CHUNK);
            case HALF -> beginning("");
            case HTML -> aResponse().withHeader("Content-Type", "text/html").withBody("<html>Please log in</html>");
            case SLOW -> beginning("").withFixedDelay(SILENCE_MILLIS);
            case HUGE -> beginning(" ".repeat(HUGE));
            case THROTTLED_UNTIL -> system.words().get(Mishap.THROTTLED).withHeader("Retry-After", "1");
            default -> system.words().get(mishap);
        };
    }

    private ResponseDefinitionBuilder beginning(String more) {
        return aResponse().withHeader("Content-Type", system.mediaType()).withBody(system.beginning() + more);
    }

    @Override
    public void close() {
        server.stop();
        system.close();
    }
}
