package provider.vcenter;

import static inventory.api.provider.FailureKind.AUTHENTICATION;
import static inventory.api.provider.FailureKind.PERMISSION;
import static inventory.api.provider.FailureKind.UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.vcenter.FakeVcenter.fault;
import static provider.vcenter.FakeVcenter.listing;
import static provider.vcenter.FakeVcenter.operation;
import static provider.vcenter.FakeVcenter.page;

import inventory.api.http.LoopbackProcess;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far a test of the connection got is told in so many words: name, connection, TLS, password, right. */
final class ConnectionProbeTest {
    private static FakeVcenter vcenter;

    @BeforeAll
    static void start() {
        vcenter = new FakeVcenter();
    }

    @AfterAll
    static void stop() {
        vcenter.close();
    }

    @Test
    void whoAndWhatIsSaid() throws Exception {
        String told = probe(vcenter.healthy().context());
        assertTrue(told.endsWith(" as inventory; can read DC0."), told);
    }

    @Test
    void aNameThatIsNotKnown() {
        told(UNREACHABLE, "the host name is unknown", context("vcenter.invalid", 443));
    }

    @Test
    void aPortThatNobodyListensOn() throws Exception {
        told(UNREACHABLE, "the connection is refused", context("127.0.0.1", LoopbackProcess.freePort()));
    }

    @Test
    void aPortThatSpeaksNoTls() {
        int plain = vcenter.healthy().context().credential().port();
        told(UNREACHABLE, "perhaps the port speaks none", context("127.0.0.1", plain));
    }

    @Test
    void aPasswordThatIsNotAccepted() {
        vcenter.healthy().but(operation("Login"), fault("InvalidLogin", ""));
        told(AUTHENTICATION, "user name or password is not accepted", vcenter.context());
    }

    @Test
    void aRightThatIsMissing() {
        vcenter.healthy()
                .but(listing("ManagedEntity"), fault("NoPermission", "<privilegeId>System.View</privilegeId>"));
        told(PERMISSION, "the privilege System.View is missing", vcenter.context());
    }

    /** A vCenter hides what a user has no right to. */
    @Test
    void aUserWhoSeesNothing() {
        vcenter.healthy().but(listing("ManagedEntity"), page(""));
        told(PERMISSION, "inventory sees no datacenter: give this user the role Read-only", vcenter.context());
    }

    private static FakeProviderContext context(String host, int port) {
        ProviderCredential credential = new ProviderCredential("inventory", FakeVcenter.SECRET, host, port, Map.of());
        return new FakeProviderContext(host, credential);
    }

    private static void told(FailureKind kind, String words, FakeProviderContext context) {
        ProviderException failure = assertThrows(ProviderException.class, () -> probe(context));
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    private static String probe(FakeProviderContext context) throws Exception {
        try (ProviderConnection connection = new VcenterProvider().connect(context)) {
            return ((ConnectionTest) connection).test();
        }
    }
}
