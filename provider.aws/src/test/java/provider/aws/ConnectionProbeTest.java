package provider.aws;

import static inventory.api.provider.FailureKind.AUTHENTICATION;
import static inventory.api.provider.FailureKind.PERMISSION;
import static inventory.api.provider.FailureKind.UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.aws.FakeAws.action;
import static provider.aws.FakeAws.ec2Error;
import static provider.aws.FakeAws.queryError;

import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far a test of the connection got is told in so many words: name, connection, TLS, key, right. */
final class ConnectionProbeTest {
    private static FakeAws aws;

    @BeforeAll
    static void start() {
        aws = new FakeAws();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void whoAndWhatIsSaid() throws Exception {
        assertEquals(
                "Connected to account 123456789012 as arn:aws:sts::123456789012:user/moto; can read eu-west-1.",
                probe(aws.healthy().context()));
    }

    @Test
    void aNameThatIsNotKnown() {
        told(UNREACHABLE, "the host name is unknown", FakeAws.context("https://aws.invalid"));
    }

    @Test
    void aPortThatNobodyListensOn() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        told(UNREACHABLE, "connection refused", FakeAws.context("http://127.0.0.1:" + port));
    }

    @Test
    void aPortThatSpeaksNoTls() {
        told(UNREACHABLE, "perhaps the port speaks none", FakeAws.context("https://127.0.0.1:" + aws.port()));
    }

    @Test
    void aKeyThatIsNotAccepted() {
        aws.healthy().but(action("GetCallerIdentity"), queryError(403, "SignatureDoesNotMatch"));
        told(AUTHENTICATION, "SignatureDoesNotMatch (As told). Check the access key, its secret", aws.context());
    }

    @Test
    void aRightThatIsMissing() {
        aws.healthy().but(action("DescribeVpcs"), ec2Error(403, "UnauthorizedOperation"));
        told(PERMISSION, "The permission needed is ec2:DescribeVpcs.", aws.context());
    }

    private static void told(FailureKind kind, String words, FakeProviderContext context) {
        ProviderException failure = assertThrows(ProviderException.class, () -> probe(context));
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    private static String probe(FakeProviderContext context) throws Exception {
        try (ProviderConnection connection = new AwsProvider().connect(context)) {
            return ((ConnectionTest) connection).test();
        }
    }
}
