package provider.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
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
import java.util.stream.Stream;

/** Answers like AWS, with replies recorded from moto, and goes wrong as told. Some lists come in two pages, which moto cannot do. */
final class FakeAws implements AutoCloseable {
    static final String REGION = "eu-west-1";
    static final String ACCOUNT = "123456789012";
    static final String SECRET = "fake-secret-b81c";
    /** What one complete reading takes. */
    static final int CALLS = 25;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<String> ONE_PAGE = List.of(
            "GetCallerIdentity",
            "DescribeInstanceTypes",
            "DescribeVpcs",
            "DescribeSubnets",
            "DescribeSecurityGroups",
            "DescribeVolumes",
            "DescribeDBInstances",
            "DescribeLoadBalancers",
            "DescribeTargetGroups",
            "DescribeTargetHealth",
            "DescribeTags",
            "DescribeAutoScalingGroups");
    private final WireMockServer server;

    FakeAws() {
        this(options());
    }

    /** Also over TLS, with the certificate in this file. */
    FakeAws(String keyStore, String password) {
        this(options()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keyStore)
                .keystorePassword(password)
                .keyManagerPassword(password));
    }

    private FakeAws(WireMockConfiguration options) {
        server = new WireMockServer(options.dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    int port() {
        return server.port();
    }

    int tlsPort() {
        return server.httpsPort();
    }

    /** All is well again, and nothing was called yet. */
    FakeAws healthy() {
        server.resetAll();
        ONE_PAGE.forEach(action -> server.stubFor(action(action).willReturn(reply(action + ".xml"))));
        server.stubFor(action("DescribeInstances")
                .withRequestBody(notContaining("NextToken"))
                .willReturn(reply("DescribeInstances-1.xml")));
        server.stubFor(action("DescribeInstances")
                .withRequestBody(containing("NextToken=page-2"))
                .willReturn(reply("DescribeInstances-2.xml")));
        buckets();
        server.stubFor(get(urlPathMatching("/2015-03-31/functions/?")).willReturn(reply("ListFunctions.json")));
        server.stubFor(get(urlPathMatching("/2017-03-31/tags/.*")).willReturn(reply("ListTags.json")));
        clusters();
        return this;
    }

    private void buckets() {
        server.stubFor(get(urlPathEqualTo("/"))
                .withQueryParam("continuation-token", absent())
                .willReturn(reply("ListBuckets-1.xml")));
        server.stubFor(get(urlPathEqualTo("/"))
                .withQueryParam("continuation-token", equalTo("page-2"))
                .willReturn(reply("ListBuckets-2.xml")));
        server.stubFor(get(urlPathEqualTo("/reports"))
                .withQueryParam("location", WireMock.matching(".*"))
                .willReturn(reply("GetBucketLocation.xml")));
        server.stubFor(get(urlPathEqualTo("/reports"))
                .withQueryParam("tagging", WireMock.matching(".*"))
                .willReturn(reply("GetBucketTagging.xml")));
        server.stubFor(get(urlPathEqualTo("/archive")).willReturn(s3Error(404, "NoSuchTagSet")));
    }

    private void clusters() {
        server.stubFor(get(urlPathEqualTo("/clusters"))
                .withQueryParam("nextToken", absent())
                .willReturn(reply("ListClusters-1.json")));
        server.stubFor(get(urlPathEqualTo("/clusters"))
                .withQueryParam("nextToken", equalTo("page-2"))
                .willReturn(reply("ListClusters-2.json")));
        for (String name : List.of("k0", "k1")) {
            server.stubFor(get(urlPathEqualTo("/clusters/" + name))
                    .willReturn(
                            aResponse().withBody(text("DescribeCluster.json").replace("k0", name))));
        }
    }

    /** From now on this is answered so. */
    FakeAws but(MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.atPriority(1).willReturn(answer));
        return this;
    }

    /** A call of one of the services that take actions as forms. */
    static MappingBuilder action(String name) {
        return post(urlPathEqualTo("/")).withRequestBody(containing("Action=" + name + "&"));
    }

    static MappingBuilder everything() {
        return any(anyUrl());
    }

    static ResponseDefinitionBuilder reply(String file) {
        return aResponse().withBody(text(file));
    }

    static ResponseDefinitionBuilder ec2Error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("<Response><Errors><Error><Code>" + code + "</Code><Message>As told, " + SECRET
                        + ".</Message></Error></Errors><RequestID>r</RequestID></Response>");
    }

    static ResponseDefinitionBuilder queryError(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                        + "</Code><Message>As told.</Message></Error><RequestId>r</RequestId></ErrorResponse>");
    }

    static ResponseDefinitionBuilder s3Error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("<Error><Code>" + code + "</Code><Message>As told.</Message></Error>");
    }

    static ResponseDefinitionBuilder jsonError(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("x-amzn-ErrorType", code)
                .withBody("{\"message\": \"As told.\"}");
    }

    static String text(String file) {
        try (InputStream in = FakeAws.class.getResourceAsStream("/aws/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests since it was last made {@link #healthy}. */
    int received() {
        return server.getAllServeEvents().size();
    }

    /** What was sent with each call of this action. */
    List<String> bodies(String action) {
        return calls(action).map(LoggedRequest::getBodyAsString).toList();
    }

    /** The header that says by whose key each call of this action was signed. */
    List<String> signatures(String action) {
        return calls(action).map(call -> call.getHeader("Authorization")).toList();
    }

    List<String> tokens(String action) {
        return calls(action).map(call -> call.getHeader("X-Amz-Security-Token")).toList();
    }

    private Stream<LoggedRequest> calls(String action) {
        return server.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .filter(call -> call.getBodyAsString().contains("Action=" + action + "&"));
    }

    FakeProviderContext context() {
        return context("http://127.0.0.1:" + server.port());
    }

    static FakeProviderContext context(String endpoint) {
        ProviderCredential credential =
                new ProviderCredential("AKIAFAKE", SECRET, "127.0.0.1", 443, Map.of("regions", List.of(REGION)));
        return new FakeProviderContext(endpoint, credential, FakeProviderContext.httpSettings(TIMEOUT));
    }

    @Override
    public void close() {
        server.stop();
    }
}
