package bndrun.peers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import provider.vcenter.VcsimAdmin;

/** vcsim; the datastores go wrong. */
final class VcenterSystem implements OutsideSystem {
    private static final String USER = "inventory";
    private static final String PASSWORD = "vcsim-secret";
    private static final String BEGIN = "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body>";
    private static final String END = "</soapenv:Body></soapenv:Envelope>";
    private final Peer vcsim;

    VcenterSystem(Path folder) throws IOException {
        vcsim = Peer.vcsim(folder, USER, PASSWORD);
    }

    /** Somebody else who is logged in. */
    VcsimAdmin admin() throws IOException, InterruptedException, GeneralSecurityException {
        return new VcsimAdmin(URI.create(url() + "/sdk"), USER, PASSWORD);
    }

    @Override
    public String key() {
        return "vmware:vcenter";
    }

    @Override
    public String url() {
        return "https://" + vcsim.address();
    }

    @Override
    public Map<String, Object> config() {
        return Map.of("username", USER, "password", PASSWORD, "validate_certs", false);
    }

    @Override
    public Map<String, Object> strictConfig() {
        return Map.of("username", USER, "password", PASSWORD);
    }

    @Override
    public MappingBuilder oneScope() {
        return post(urlPathEqualTo("/sdk")).withRequestBody(containing("\"PropertySpec\"><type>Datastore<"));
    }

    @Override
    public String beginning() {
        return BEGIN + "<RetrievePropertiesExResponse xmlns=\"urn:vim25\"><returnval>";
    }

    @Override
    public String mediaType() {
        return "text/xml; charset=utf-8";
    }

    @Override
    public Map<Mishap, ResponseDefinitionBuilder> words() {
        return Map.of(
                Mishap.THROTTLED, aResponse().withStatus(503),
                Mishap.DENIED, fault("NoPermission", "<privilegeId>System.Read</privilegeId>"),
                Mishap.EXPIRED, fault("NotAuthenticated", ""),
                Mishap.REPEATED,
                        aResponse()
                                .withHeader("Content-Type", mediaType())
                                .withBody(beginning()
                                        + "<token>again</token></returnval></RetrievePropertiesExResponse>" + END));
    }

    @Override
    public Map<Mishap, String> never() {
        return Map.of(
                Mishap.ENDLESS, "a page that brings nothing new is the same page again, whatever its token",
                Mishap.SKEWED, "a session is not bound to the time of day");
    }

    private ResponseDefinitionBuilder fault(String type, String elements) {
        return aResponse()
                .withStatus(500)
                .withHeader("Content-Type", mediaType())
                .withBody(BEGIN
                        + "<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>As told.</faultstring>"
                        + "<detail><Fault xsi:type=\"" + type + "\">" + elements + "</Fault></detail></soapenv:Fault>"
                        + END);
    }

    @Override
    public void close() {
        vcsim.close();
    }
}
