package provider.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static inventory.api.provider.FailureKind.AUTHENTICATION;
import static inventory.api.provider.FailureKind.INTERNAL;
import static inventory.api.provider.FailureKind.MALFORMED;
import static inventory.api.provider.FailureKind.PERMISSION;
import static inventory.api.provider.FailureKind.THROTTLED;
import static inventory.api.provider.FailureKind.TIMEOUT;
import static inventory.api.provider.FailureKind.UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.aws.FakeAws.action;
import static provider.aws.FakeAws.ec2Error;
import static provider.aws.FakeAws.jsonError;
import static provider.aws.FakeAws.queryError;
import static provider.aws.FakeAws.reply;
import static provider.aws.FakeAws.s3Error;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What AWS, or what stands between it and us, does wrong: each with its own kind, its number of calls, and a sentence for a person. */
final class AwsFaultsTest {
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
    void aThrottleIsTriedThreeTimes() throws Exception {
        OneScope read = read("vpc", action("DescribeVpcs"), ec2Error(503, "RequestLimitExceeded"));
        assertFailure(THROTTLED, "ec2 DescribeVpcs in eu-west-1: RequestLimitExceeded", read);
        assertEquals(3, read.calls());
    }

    @Test
    void aResetBeforeTheAnswerIsTriedThreeTimes() throws Exception {
        OneScope read = read("vpc", action("DescribeVpcs"), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertFailure(UNREACHABLE, "reset", read);
        assertEquals(3, read.calls());
    }

    @Test
    void anEmptyConnectionIsUnreachable() throws Exception {
        OneScope read = read("vpc", action("DescribeVpcs"), aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertFailure(UNREACHABLE, "reset", read);
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgainTwice() throws Exception {
        OneScope read = read(
                "vpc", action("DescribeVpcs"), reply("DescribeVpcs.xml").withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertFailure(MALFORMED, "broke off", read);
        assertEquals(3, read.calls());
    }

    @Test
    void halfAnXmlAnswerIsMalformed() throws Exception {
        String whole = FakeAws.text("DescribeVpcs.xml");
        OneScope read =
                read("vpc", action("DescribeVpcs"), aResponse().withBody(whole.substring(0, whole.length() / 2)));
        assertFailure(MALFORMED, "cannot be parsed", read);
        assertEquals(3, read.calls());
    }

    @Test
    void halfAJsonAnswerIsMalformed() throws Exception {
        String whole = FakeAws.text("ListFunctions.json");
        OneScope read = read(
                "serverless_function",
                get(urlPathMatching("/2015-03-31/functions/?")),
                aResponse().withBody(whole.substring(0, whole.length() / 2)));
        assertFailure(MALFORMED, "cannot be parsed", read);
        assertEquals(3, read.calls());
    }

    @Test
    void whatBrokeOffOnceIsRead() throws Exception {
        aws.healthy()
                .but(
                        action("DescribeVpcs").inScenario("once").willSetStateTo("well"),
                        aResponse().withBody("<DescribeVpcsResponse><vpcSet>"));
        aws.but(action("DescribeVpcs").inScenario("once").whenScenarioStateIs("well"), reply("DescribeVpcs.xml"));
        OneScope read = OneScope.read(aws.context(), "vpc");
        assertTrue(read.failure().isEmpty());
        assertEquals(1, read.resources().size());
        assertEquals(2, read.calls());
    }

    @Test
    void aPageForPeopleIsRefusedByEveryService() throws Exception {
        Map<String, MappingBuilder> lists = Map.of(
                "vpc", action("DescribeVpcs"),
                "relational_db", action("DescribeDBInstances"),
                "load_balancer", action("DescribeLoadBalancers"),
                "auto_scaling_group", action("DescribeAutoScalingGroups"),
                "object_storage", get(urlPathEqualTo("/")),
                "serverless_function", get(urlPathMatching("/2015-03-31/functions/?")),
                "container_orchestration_platform", get(urlPathEqualTo("/clusters")));
        for (Map.Entry<String, MappingBuilder> list : lists.entrySet()) {
            OneScope read = read(
                    list.getKey(),
                    list.getValue(),
                    aResponse().withBody("<?xml version='1.0'?>\n<!DOCTYPE html>\n<html><body>Log in</body></html>"));
            assertFailure(MALFORMED, "an HTML page", read);
            assertEquals(1, read.calls(), list.getKey());
        }
    }

    @Test
    void nothingAtAllIsNoEmptyList() throws Exception {
        assertFailure(MALFORMED, "an empty body", read("vpc", action("DescribeVpcs"), aResponse()));
        assertFailure(
                MALFORMED,
                "an empty body",
                read("container_orchestration_platform", get(urlPathEqualTo("/clusters")), aResponse()));
    }

    @Test
    void jsonWithoutTheListIsNoEmptyList() throws Exception {
        assertFailure(
                MALFORMED,
                "holds no list",
                read(
                        "container_orchestration_platform",
                        get(urlPathEqualTo("/clusters")),
                        aResponse().withBody("{\"login\": \"please\"}")));
    }

    @Test
    void aRedirectIsMalformed() throws Exception {
        OneScope read = read(
                "vpc",
                action("DescribeVpcs"),
                aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/login"));
        assertFailure(MALFORMED, "status 302", read);
    }

    @Test
    void aRepeatedTokenEndsTheReading() throws Exception {
        OneScope read = read("virtual_machine", action("DescribeInstances"), reply("DescribeInstances-1.xml"));
        assertFailure(MALFORMED, "never end", read);
        assertEquals(3, read.calls(), "two pages and the catalogue");
    }

    @Test
    void refusedKeysAreToldAsSuch() throws Exception {
        for (String code : Set.of("AuthFailure", "SignatureDoesNotMatch", "RequestExpired", "ExpiredToken")) {
            OneScope read = read("vpc", action("DescribeVpcs"), ec2Error(401, code));
            assertFailure(AUTHENTICATION, code, read);
        }
        assertFailure(
                AUTHENTICATION,
                "UnrecognizedClientException",
                read(
                        "serverless_function",
                        get(urlPathMatching("/2015-03-31/functions/?")),
                        jsonError(403, "UnrecognizedClientException")));
    }

    @Test
    void aDeniedListIsTold() throws Exception {
        assertFailure(
                PERMISSION,
                "ec2:DescribeVpcs",
                read("vpc", action("DescribeVpcs"), ec2Error(403, "UnauthorizedOperation")));
        assertFailure(
                PERMISSION,
                "s3:ListAllMyBuckets",
                read("object_storage", get(urlPathEqualTo("/")), s3Error(403, "AccessDenied")));
        assertFailure(PERMISSION, "OptInRequired", read("vpc", action("DescribeVpcs"), ec2Error(401, "OptInRequired")));
    }

    @Test
    void aDeniedDetailIsLeftOut() throws Exception {
        OneScope buckets = read("object_storage", get(urlPathEqualTo("/reports")), s3Error(403, "AccessDenied"));
        assertTrue(buckets.failure().isEmpty());
        assertEquals(
                List.of("unknown", FakeAws.REGION),
                buckets.resources().stream().map(bucket -> bucket.region()).toList());
        assertTrue(buckets.messages().toString().contains("s3:GetBucketLocation"), buckets.messages()::toString);

        OneScope balancers = read("load_balancer", action("DescribeTargetGroups"), queryError(403, "AccessDenied"));
        assertTrue(balancers.failure().isEmpty());
        assertEquals(1, balancers.resources().size());

        OneScope machines =
                read("virtual_machine", action("DescribeInstanceTypes"), ec2Error(403, "UnauthorizedOperation"));
        assertTrue(machines.failure().isEmpty());
        assertTrue(machines.resources().get(0).memoryMb().isEmpty());
        assertEquals(3, machines.calls(), "the catalogue is asked for a type once, not on every page");
    }

    @Test
    void anotherFailureOfADetailFailsTheScope() throws Exception {
        assertFailure(
                INTERNAL,
                "ServiceFailure",
                read("load_balancer", action("DescribeTags"), queryError(500, "ServiceFailure")));
    }

    @Test
    void whatVanishedSinceItWasListedIsLeftOut() throws Exception {
        OneScope read = read(
                "container_orchestration_platform",
                get(urlPathEqualTo("/clusters/k0")),
                jsonError(404, "ResourceNotFoundException"));
        assertTrue(read.failure().isEmpty());
        assertEquals(
                List.of("k1"), read.resources().stream().map(one -> one.name()).toList());
    }

    @Test
    void anAnswerWithoutEndIsNotReadToIt() throws Exception {
        String endless =
                "<DescribeVpcsResponse><vpcSet>" + "<item></item>".repeat(FakeProviderContext.MOST_ANSWER_BYTES / 10);
        OneScope read = read("vpc", action("DescribeVpcs"), aResponse().withBody(endless));
        assertFailure(MALFORMED, "the answer has more than " + FakeProviderContext.MOST_ANSWER_BYTES + " bytes", read);
        assertEquals(1, read.calls());
    }

    @Test
    void silenceIsATimeout() throws Exception {
        OneScope read =
                read("vpc", action("DescribeVpcs"), reply("DescribeVpcs.xml").withFixedDelay(7_000));
        assertFailure(TIMEOUT, "no answer in time", read);
    }

    @Test
    void aBrokenServerIsInternal() throws Exception {
        OneScope read =
                read("vpc", action("DescribeVpcs"), aResponse().withStatus(500).withBody("<html>Oops</html>"));
        assertFailure(INTERNAL, "status 500", read);
    }

    private static OneScope read(String type, MappingBuilder request, ResponseDefinitionBuilder answer)
            throws Exception {
        return OneScope.read(aws.healthy().but(request, answer).context(), type);
    }

    private static void assertFailure(FailureKind kind, String part, OneScope read) {
        ProviderException failure = read.failure().orElseThrow();
        String message = failure.getMessage();
        assertEquals(kind, failure.kind(), message);
        assertTrue(message.contains(part), message);
        assertTrue(message.contains(" in eu-west-1") || message.contains(" in us-east-1"), message);
        assertFalse(message.contains("Exception:") || message.contains(FakeAws.SECRET), message);
    }
}
