package provider.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static provider.aws.FakeAws.action;
import static provider.aws.FakeAws.ec2Error;
import static provider.aws.FakeAws.everything;
import static provider.aws.FakeAws.queryError;
import static provider.aws.FakeAws.reply;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderContract;
import inventory.api.provider.Scenario;
import inventory.api.provider.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class AwsProviderTest extends ProviderContract {
    private static final int SLOW_MILLIS = 60_000;
    private static final com.github.tomakehurst.wiremock.http.Fault BROKEN_OFF =
            com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK;
    private static FakeAws aws;

    @BeforeAll
    static void start() {
        aws = new FakeAws();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Override
    protected Subject subject() {
        return Subject.of(new AwsProvider(), () -> aws.healthy().context())
                .mostCalls(FakeAws.CALLS)
                .callsReceived(aws::received)
                .when(Fault.BAD_KEY, with(action("GetCallerIdentity"), queryError(403, "InvalidClientTokenId")))
                .when(Fault.REFUSED_CONNECTION, () -> FakeAws.context("http://127.0.0.1:" + closedPort()))
                .when(Fault.THROTTLED, with(action("DescribeInstances"), ec2Error(503, "RequestLimitExceeded")))
                .when(
                        Fault.THROTTLED_WITH_RETRY_AFTER,
                        with(
                                action("DescribeInstances"),
                                ec2Error(503, "RequestLimitExceeded").withHeader("Retry-After", "7")))
                .when(
                        Fault.CUT_BODY,
                        with(action("DescribeVpcs"), reply("DescribeVpcs.xml").withFault(BROKEN_OFF)))
                .when(
                        Fault.HTML_WITH_STATUS_200,
                        with(
                                everything(),
                                aResponse()
                                        .withHeader("Content-Type", "text/html")
                                        .withBody("<html>Log in</html>")))
                .when(Fault.REPEATED_PAGE_TOKEN, with(action("DescribeInstances"), reply("DescribeInstances-1.xml")))
                .when(
                        Fault.BROKEN_LATER_PAGE,
                        with(
                                action("DescribeInstances").withRequestBody(containing("NextToken=page-2")),
                                ec2Error(500, "InternalError")))
                .when(Fault.DENIED_TYPE, with(action("DescribeVolumes"), ec2Error(403, "UnauthorizedOperation")))
                .when(
                        Fault.SLOW_ANSWER,
                        with(
                                action("GetCallerIdentity"),
                                reply("GetCallerIdentity.xml").withFixedDelay(SLOW_MILLIS)));
    }

    private static Scenario with(MappingBuilder request, ResponseDefinitionBuilder answer) {
        return () -> aws.healthy().but(request, answer).context();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
