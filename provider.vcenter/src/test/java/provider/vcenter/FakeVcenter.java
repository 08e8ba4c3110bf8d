package provider.vcenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderCredential;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Answers like a vCenter, with replies recorded from vcsim, and goes wrong as told. The machines come in two pages. */
final class FakeVcenter implements AutoCloseable {
    static final String SECRET = "fake-secret-5e2d";
    /** What one complete reading takes, the end of the session aside. */
    static final int CALLS = 30;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<String> OPERATIONS =
            List.of("RetrieveServiceContent", "Login", "Logout", "CreateContainerView", "CreatePropertyCollector");
    private static final List<String> LISTED = List.of(
            "ManagedEntity",
            "ClusterComputeResource",
            "HostSystem",
            "ResourcePool",
            "Datastore",
            "DistributedVirtualSwitch",
            "Network",
            "DistributedVirtualPortgroup");
    private final WireMockServer server;

    FakeVcenter() {
        this(options());
    }

    /** Also over TLS, with the certificate in this file. */
    FakeVcenter(String keyStore, String password) {
        this(options()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keyStore)
                .keystorePassword(password)
                .keyManagerPassword(password));
    }

    private FakeVcenter(WireMockConfiguration options) {
        server = new WireMockServer(options.dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    int tlsPort() {
        return server.httpsPort();
    }

    /** All is well again, and nothing was called yet. */
    FakeVcenter healthy() {
        server.resetAll();
        OPERATIONS.forEach(operation -> server.stubFor(operation(operation).willReturn(reply(operation))));
        LISTED.forEach(type -> server.stubFor(listing(type).willReturn(reply(type))));
        server.stubFor(listing("VirtualMachine").willReturn(reply("VirtualMachine-1")));
        server.stubFor(nextPage().willReturn(reply("VirtualMachine-2")));
        return this;
    }

    /** From now on this is answered so. */
    FakeVcenter but(MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.atPriority(1).willReturn(answer));
        return this;
    }

    static MappingBuilder operation(String name) {
        return post(urlPathEqualTo("/sdk")).withRequestBody(containing("<" + name + " "));
    }

    /** The first page of this type. */
    static MappingBuilder listing(String type) {
        return operation("RetrievePropertiesEx").withRequestBody(containing("\"PropertySpec\"><type>" + type + "<"));
    }

    /** The second page of the machines. */
    static MappingBuilder nextPage() {
        return operation("ContinueRetrievePropertiesEx").withRequestBody(containing("<token>page-2</token>"));
    }

    static MappingBuilder everything() {
        return any(anyUrl());
    }

    static ResponseDefinitionBuilder reply(String file) {
        return xml(200, text(file));
    }

    /** A fault of this type, with these elements in it. */
    static ResponseDefinitionBuilder fault(String type, String elements) {
        return xml(
                500,
                envelope("<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>As told, " + SECRET
                        + ".</faultstring><detail><Fault xsi:type=\"" + type + "\">" + elements
                        + "</Fault></detail></soapenv:Fault>"));
    }

    /** What an operation returns. */
    static ResponseDefinitionBuilder answer(String operation, String elements) {
        return xml(
                200,
                envelope(
                        "<" + operation + "Response xmlns=\"urn:vim25\">" + elements + "</" + operation + "Response>"));
    }

    /** A page of a listing that holds just this. */
    static ResponseDefinitionBuilder page(String elements) {
        return xml(200, pageText(elements));
    }

    static String pageText(String elements) {
        return envelope("<RetrievePropertiesExResponse xmlns=\"urn:vim25\"><returnval>" + elements
                + "</returnval></RetrievePropertiesExResponse>");
    }

    /** The same page, as the answer to the call for a later one. */
    static ResponseDefinitionBuilder continued(String firstPage) {
        return xml(200, firstPage.replace("RetrievePropertiesExResponse", "ContinueRetrievePropertiesExResponse"));
    }

    private static String envelope(String body) {
        return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body>" + body
                + "</soapenv:Body></soapenv:Envelope>";
    }

    private static ResponseDefinitionBuilder xml(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/xml; charset=utf-8")
                .withHeader("Set-Cookie", "vmware_soap_session=\"s-1\"; Path=/; HttpOnly")
                .withBody(body);
    }

    static String text(String file) {
        try (InputStream in = FakeVcenter.class.getResourceAsStream("/vcenter/" + file + ".xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests since it was last made {@link #healthy}, the ends of sessions aside: they need no permit. */
    int received() {
        return requests().size() - logouts();
    }

    int logouts() {
        return (int) requests().stream()
                .filter(request -> request.getBodyAsString().contains("<Logout "))
                .count();
    }

    /** The newest first. */
    List<LoggedRequest> requests() {
        return server.getAllServeEvents().stream().map(ServeEvent::getRequest).toList();
    }

    FakeProviderContext context() {
        return context("http://127.0.0.1:" + server.port(), server.port(), Map.of("validate_certs", false));
    }

    static FakeProviderContext context(String endpoint, int port, Map<String, Object> extra) {
        ProviderCredential credential = new ProviderCredential("inventory", SECRET, "127.0.0.1", port, extra);
        return new FakeProviderContext(endpoint, credential, FakeProviderContext.httpSettings(TIMEOUT));
    }

    @Override
    public void close() {
        server.stop();
    }
}
