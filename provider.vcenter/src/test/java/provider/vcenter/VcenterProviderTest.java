package provider.vcenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static provider.vcenter.FakeVcenter.everything;
import static provider.vcenter.FakeVcenter.fault;
import static provider.vcenter.FakeVcenter.listing;
import static provider.vcenter.FakeVcenter.nextPage;
import static provider.vcenter.FakeVcenter.operation;
import static provider.vcenter.FakeVcenter.reply;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderContract;
import inventory.api.provider.Scenario;
import inventory.api.provider.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class VcenterProviderTest extends ProviderContract {
    private static final int SLOW_MILLIS = 60_000;
    private static final com.github.tomakehurst.wiremock.http.Fault BROKEN_OFF =
            com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK;
    private static FakeVcenter vcenter;

    @BeforeAll
    static void start() {
        vcenter = new FakeVcenter();
    }

    @AfterAll
    static void stop() {
        vcenter.close();
    }

    @Override
    protected Subject subject() {
        return Subject.of(new VcenterProvider(), () -> vcenter.healthy().context())
                .mostCalls(FakeVcenter.CALLS)
                .callsReceived(vcenter::received)
                .when(Fault.BAD_KEY, with(operation("Login"), fault("InvalidLogin", "")))
                .when(Fault.REFUSED_CONNECTION, VcenterProviderTest::closed)
                .when(
                        Fault.THROTTLED,
                        with(listing("VirtualMachine"), aResponse().withStatus(503)))
                .when(
                        Fault.THROTTLED_WITH_RETRY_AFTER,
                        with(
                                listing("VirtualMachine"),
                                aResponse().withStatus(429).withHeader("Retry-After", "7")))
                .when(
                        Fault.CUT_BODY,
                        with(listing("HostSystem"), reply("HostSystem").withFault(BROKEN_OFF)))
                .when(
                        Fault.HTML_WITH_STATUS_200,
                        with(
                                everything(),
                                aResponse()
                                        .withHeader("Content-Type", "text/html")
                                        .withBody("<html>Log in</html>")))
                .when(
                        Fault.REPEATED_PAGE_TOKEN,
                        with(nextPage(), FakeVcenter.continued(FakeVcenter.text("VirtualMachine-1"))))
                .when(Fault.BROKEN_LATER_PAGE, with(nextPage(), fault("SystemError", "")))
                .when(
                        Fault.DENIED_TYPE,
                        with(
                                listing("Datastore"),
                                fault(
                                        "NoPermission",
                                        "<object type=\"Datastore\">datastore-28</object><privilegeId>System.Read</privilegeId>")))
                .when(
                        Fault.SLOW_ANSWER,
                        with(
                                operation("RetrieveServiceContent"),
                                reply("RetrieveServiceContent").withFixedDelay(SLOW_MILLIS)));
    }

    private static Scenario with(MappingBuilder request, ResponseDefinitionBuilder answer) {
        return () -> vcenter.healthy().but(request, answer).context();
    }

    private static inventory.api.provider.FakeProviderContext closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return FakeVcenter.context("127.0.0.1", socket.getLocalPort(), Map.of());
        }
    }
}
