package provider.vcenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static inventory.api.provider.FailureKind.AUTHENTICATION;
import static inventory.api.provider.FailureKind.INTERNAL;
import static inventory.api.provider.FailureKind.MALFORMED;
import static inventory.api.provider.FailureKind.PERMISSION;
import static inventory.api.provider.FailureKind.TIMEOUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.vcenter.FakeVcenter.continued;
import static provider.vcenter.FakeVcenter.everything;
import static provider.vcenter.FakeVcenter.fault;
import static provider.vcenter.FakeVcenter.listing;
import static provider.vcenter.FakeVcenter.nextPage;
import static provider.vcenter.FakeVcenter.operation;
import static provider.vcenter.FakeVcenter.page;
import static provider.vcenter.FakeVcenter.reply;
import static provider.vcenter.FakeVcenter.text;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each way to go wrong has its kind, and a sentence that a person can act on; a session is never left open. */
final class VcenterFaultsTest {
    private static final String MACHINE = "<obj type=\"VirtualMachine\">vm-99</obj>";
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
    void aWrongPasswordIsTold() {
        told(refused(operation("Login"), fault("InvalidLogin", "")), AUTHENTICATION, "user name or password");
        assertEquals(0, vcenter.logouts());
    }

    @Test
    void aPasswordThatExpiredIsTold() {
        told(refused(operation("Login"), fault("PasswordExpired", "")), AUTHENTICATION, "expired; set a new one");
    }

    @Test
    void aWebPageIsNoVcenter() {
        ResponseDefinitionBuilder web =
                aResponse().withHeader("Content-Type", "text/html").withBody("<html>");
        told(refused(everything(), web), MALFORMED, "a web page and not SOAP");
        told(refused(everything(), aResponse().withBody("<html/>")), MALFORMED, "a document 'html' and not SOAP");
        told(refused(everything(), aResponse().withStatus(404)), MALFORMED, "no interface of vSphere at http");
        told(refused(everything(), aResponse().withStatus(302)), MALFORMED, "status 302");
        told(refused(everything(), aResponse().withBody("Welcome")), MALFORMED, "cannot be parsed");
    }

    @Test
    void anAnswerToSomethingElseIsNone() {
        told(failed(listing("VirtualMachine"), reply("Login")), MALFORMED, "the answer is one to LoginResponse");
        told(failed(operation("CreateContainerView"), reply("Login")), MALFORMED, "one to LoginResponse");
    }

    @Test
    void aValueOfAnotherKindIsNoAnswer() {
        ResponseDefinitionBuilder odd =
                page("<objects>" + MACHINE + property("config.hardware.numCPU", "xsd:int", "many") + "</objects>");
        told(failed(listing("VirtualMachine"), odd), MALFORMED, "says 'many' where a value of another kind belongs");
    }

    /** What a vCenter answers depends on the call; only the last of them says plainly what happened. */
    @Test
    void aSessionThatEndedInMidRunIsTold() throws Exception {
        String view = "<obj type=\"ContainerView\">session[1]2</obj>";
        told(
                failed(listing("VirtualMachine"), fault("ManagedObjectNotFound", view)),
                AUTHENTICATION,
                "session has ended");
        told(failed(listing("VirtualMachine"), page(missingOf("NotAuthenticated", ""))), AUTHENTICATION, "session has");
        told(failed(nextPage(), fault("NotAuthenticated", "")), AUTHENTICATION, "session has ended");
    }

    @Test
    void aWithheldPropertyFailsItsScopeAlone() throws Exception {
        vcenter.healthy()
                .but(
                        listing("HostSystem"),
                        page(missingOf(
                                "NoPermission",
                                "<object type=\"HostSystem\">host-25</object>"
                                        + "<privilegeId>System.Read</privilegeId>")));
        OneReading reading = OneReading.of(vcenter.context());
        told(reading.failure(), PERMISSION, "the privilege System.Read is missing on host-25 for inventory");
        assertEquals(
                Set.of("152d6f94-13b3-5a2d-a581-cef7e38e3bd5/hypervisor_host"),
                reading.failures().keySet());
        assertEquals(1, vcenter.logouts());
    }

    @Test
    void aPropertyWithheldWithoutAKnownReasonFailsItsScope() {
        told(
                failed(listing("Datastore"), page(missingOf("InvalidProperty", ""))),
                INTERNAL,
                "name of vm-99 is withheld");
    }

    @Test
    void anObjectThatVanishesIsNoError() throws Exception {
        vcenter.healthy().but(nextPage(), continuedPage(missingOf("ManagedObjectNotFound", MACHINE)));
        OneReading reading = OneReading.of(vcenter.context(), "virtual_machine");
        assertEquals(Map.of(), reading.failures());
        assertEquals(Set.of("vm-31", "vm-34"), reading.references());
    }

    @Test
    void propertiesWithoutAValueAreAbsent() throws Exception {
        String bare = "<objects>" + MACHINE + property("name", "xsd:string", "bare")
                + "<propSet><name>guest.net</name></propSet><propSet><name>config.uuid</name></propSet></objects>";
        vcenter.healthy().but(listing("VirtualMachine"), page(bare));
        OneReading reading = OneReading.of(vcenter.context(), "virtual_machine");
        assertEquals(
                List.of("bare", ""),
                List.of(
                        reading.resources().get(0).name(),
                        reading.resources().get(0).canonicalId()));
    }

    @Test
    void newerTypesAndElementsArePassedOver() throws Exception {
        String newer = "<objects>" + MACHINE + property("name", "xsd:string", "new")
                + "<propSet><name>config.hardware.device</name><val xsi:type=\"ArrayOfVirtualDevice\">"
                + "<VirtualDevice xsi:type=\"VirtualTeleporter\"><key>1</key><beam><of>light</of></beam></VirtualDevice>"
                + "<VirtualDevice xsi:type=\"VirtualDisk\"><key>2</key><capacityInKB>2097152</capacityInKB>"
                + "<hologram>true</hologram></VirtualDevice></val></propSet>"
                + "<propSet><name>guest.net</name><val xsi:type=\"Hyperlink\"><a/></val></propSet></objects><future/>";
        vcenter.healthy().but(listing("VirtualMachine"), page(newer));
        OneReading reading = OneReading.of(vcenter.context(), "virtual_machine");
        assertEquals(Map.of(), reading.failures());
        assertEquals(2L, reading.resources().get(0).diskGb().orElseThrow());
    }

    @Test
    void pagesThatNeverEndAreNoListing() {
        told(failed(nextPage(), continued(text("VirtualMachine-1"))), MALFORMED, "after 2 objects brought nothing new");
        told(failed(nextPage(), continuedPage("<token>page-2</token>")), MALFORMED, "the pages never end");
    }

    @Test
    void anAnswerWithoutEndIsNotReadToIt() {
        told(
                failed(
                        listing("Datastore"),
                        page("<objects></objects>".repeat(FakeProviderContext.MOST_ANSWER_BYTES / 10))),
                MALFORMED,
                "RetrievePropertiesEx of Datastore: the answer has more than " + FakeProviderContext.MOST_ANSWER_BYTES
                        + " bytes");
    }

    @Test
    void aSlowAnswerIsATimeout() throws Exception {
        ResponseDefinitionBuilder slow = reply("Datastore").withFixedDelay(7_000);
        told(failed(listing("Datastore"), slow), TIMEOUT, "RetrievePropertiesEx of Datastore: no answer in time");
        assertEquals(1, vcenter.logouts());
    }

    @Test
    void aSessionIsEndedEvenWhenTheFirstReadingFails() {
        told(refused(listing("ManagedEntity"), fault("SystemError", "")), INTERNAL, "SystemError (As told, ***)");
        assertEquals(1, vcenter.logouts());
    }

    /** Quotes and all, as a vCenter set it. */
    @Test
    void theSessionIsShownAsItWasGivenAndTheVersionIsTheServersOwn() throws Exception {
        vcenter.healthy();
        OneReading.of(vcenter.context(), "switch");
        var newest = vcenter.requests().get(0);
        assertEquals("vmware_soap_session=\"s-1\"", newest.getHeader("Cookie"));
        assertEquals("urn:vim25/6.5", newest.getHeader("SOAPAction"));
        assertTrue(newest.getBodyAsString().contains("<Logout "), newest.getBodyAsString());
    }

    private static String missingOf(String fault, String elements) {
        return "<objects>" + MACHINE + missing("name", fault, elements) + "</objects>";
    }

    private static String missing(String path, String fault, String elements) {
        return "<missingSet><path>" + path + "</path><fault><fault xsi:type=\"" + fault + "\">" + elements
                + "</fault><localizedMessage>As told.</localizedMessage></fault></missingSet>";
    }

    private static String property(String path, String type, String value) {
        return "<propSet><name>" + path + "</name><val xsi:type=\"" + type + "\">" + value + "</val></propSet>";
    }

    private static ResponseDefinitionBuilder continuedPage(String elements) {
        return continued(FakeVcenter.pageText(elements));
    }

    /** The connection fails. */
    private static ProviderException refused(MappingBuilder request, ResponseDefinitionBuilder answer) {
        vcenter.healthy().but(request, answer);
        return assertThrows(ProviderException.class, () -> OneReading.of(vcenter.context()));
    }

    /** One scope fails, or the connection. */
    private static ProviderException failed(MappingBuilder request, ResponseDefinitionBuilder answer) {
        vcenter.healthy().but(request, answer);
        return assertThrows(ProviderException.class, () -> {
            throw OneReading.of(vcenter.context()).failure();
        });
    }

    private static void told(ProviderException failure, FailureKind kind, String words) {
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertTrue(failure.getMessage().endsWith("."), failure.getMessage());
    }
}
