package provider.alicloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Alibaba Cloud says when something is wrong, and what is made of it. */
class EcsFaultsTest {
    private static final String ACCOUNT = FakeAlicloud.ACCOUNT;
    private FakeAlicloud platform;

    @BeforeEach
    void start() throws Exception {
        platform = new FakeAlicloud();
        platform.estate()
                .with("DescribeInstances", "cn-hangzhou", Samples.many(3, Samples::instance))
                .with("DescribeVpcs", "cn-hangzhou", Samples.many(120, Samples::vpc));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling.User, THROTTLED, was asked too often",
        "400, Throttling, THROTTLED, was asked too often",
        "404, InvalidAccessKeyId.NotFound, AUTHENTICATION, check access_key_id",
        "400, InvalidAccessKeyId.Inactive, AUTHENTICATION, the key is enabled",
        "400, SignatureDoesNotMatch, AUTHENTICATION, check access_key_id and access_key_secret",
        "403, InvalidSecurityToken.Expired, AUTHENTICATION, The security token is wrong or has expired",
        "400, InvalidTimeStamp.Expired, AUTHENTICATION, The clock of this machine is off",
        "403, Forbidden.RAM, PERMISSION, give its RAM user the action that the README lists",
        "403, NoPermission, PERMISSION, give its RAM user",
        "404, InvalidRegionId.NotFound, PERMISSION, name the regions to read in regions",
        "403, IncorrectInstanceStatus, INTERNAL, The instance is not in a state that allows it",
        "403, OperationConflict, INTERNAL, Alibaba Cloud refused",
        "503, ServiceUnavailable, INTERNAL, ServiceUnavailable",
        "500, InternalError, INTERNAL, InternalError"
    })
    void aCodeIsToldAsWhatItIs(int status, String code, FailureKind kind, String advice) throws Exception {
        ProviderConnection connection = connection(platform.server().context());
        platform.answers((action, parameters) -> FakeAlicloud.error(status, code));
        ProviderException told = failure(connection, "virtual_machine");
        assertEquals(kind, told.kind());
        assertTrue(told.getMessage().startsWith("DescribeInstances in cn-hangzhou: "), told.getMessage());
        assertTrue(told.getMessage().contains(advice), told.getMessage());
        assertTrue(told.getMessage().contains("The reason is " + code), told.getMessage());
    }

    /** The clock of the test stands at 03:04:05. */
    @Test
    void aThrottledOperationIsAskedForAgainInTheNextMinute() throws Exception {
        ProviderConnection connection = connection(platform.server().context());
        platform.answers((action, parameters) -> FakeAlicloud.error(400, "Throttling.User"));
        assertEquals(
                Optional.of(Duration.ofSeconds(55)),
                failure(connection, "virtual_machine").retryAfter());
        platform.answers((action, parameters) ->
                new Reply(400, FakeAlicloud.error(400, "Throttling.User").body(), Map.of("Retry-After", "3")));
        assertEquals(
                Optional.of(Duration.ofSeconds(3)),
                failure(connection, "virtual_machine").retryAfter());
    }

    @Test
    void aRegionThatDoesNotExistFailsAlone() throws Exception {
        FakeProviderContext context = platform.server().context().with("regions", List.of("cn-hangzhou", "cn-nowhere"));
        ProviderConnection connection = connection(context);
        assertEquals(15, connection.scopes().size());
        assertEquals(
                3,
                read(connection, "cn-hangzhou", "virtual_machine").resources().size());
        ProviderException told =
                assertThrows(ProviderException.class, () -> read(connection, "cn-nowhere", "virtual_machine"));
        assertEquals(FailureKind.PERMISSION, told.kind());
    }

    @Test
    void numberedPagesAreReadToTheNumberThatIsTold() throws Exception {
        ProviderConnection connection = connection(platform.server().context());
        assertEquals(120, read(connection, "cn-hangzhou", "vpc").resources().size());
        assertEquals(
                3,
                platform.asked().stream()
                        .filter("DescribeVpcs cn-hangzhou"::equals)
                        .count());
    }

    @Test
    void numberedPagesThatMoveMeanwhileAreNoListing() throws Exception {
        ProviderConnection connection = connection(platform.server().context());
        platform.answers((action, parameters) -> {
            if ("2".equals(parameters.get("PageNumber"))) {
                platform.estate().list("DescribeVpcs", "cn-hangzhou").remove(0);
            }
            return null;
        });
        ProviderException told = failure(connection, "vpc");
        assertEquals(FailureKind.MALFORMED, told.kind());
        assertEquals("DescribeVpcs told of 119 items on page 2 and showed others.", told.getMessage());
    }

    @Test
    void numberedPagesThatShowTheSameAgainAreNoListing() throws Exception {
        ProviderConnection connection = connection(platform.server().context());
        Reply first = platform.estate()
                .answer("DescribeVpcs", Map.of("RegionId", "cn-hangzhou", "PageNumber", "1", "PageSize", "50"));
        platform.answers((action, parameters) -> first);
        ProviderException told = failure(connection, "vpc");
        assertEquals(FailureKind.MALFORMED, told.kind());
        assertEquals("DescribeVpcs showed 50 of 120 items.", told.getMessage());
    }

    @Test
    void pagesWithoutEndAreNoListing() throws Exception {
        ProviderConnection connection = connection(platform.server().context());
        int[] pages = {0};
        platform.answers((action, parameters) -> withToken(parameters, "t" + pages[0]++));
        assertEquals(
                FailureKind.MALFORMED, failure(connection, "virtual_machine").kind());
        assertEquals(11, pages[0]);
    }

    private Reply withToken(Map<String, String> parameters, String token) {
        try {
            Map<String, String> first = Map.of("RegionId", parameters.get("RegionId"), "MaxResults", "100");
            ObjectNode page = (ObjectNode) new ObjectMapper()
                    .readTree(
                            platform.estate().answer("DescribeInstances", first).body());
            return Reply.of(page.put("NextToken", token).toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAnswerWithoutItsListIsNone() throws Exception {
        ProviderConnection connection = connection(platform.server().context());
        platform.answers((action, parameters) -> Reply.of("{\"TotalCount\": 0}"));
        assertEquals(
                FailureKind.MALFORMED, failure(connection, "virtual_machine").kind());
        assertEquals(FailureKind.MALFORMED, failure(connection, "vpc").kind());
    }

    @Test
    void theTestTellsAsWhomAndWhatMayNotBeRead() throws Exception {
        ConnectionTest connection =
                (ConnectionTest) connection(platform.server().context());
        assertEquals(
                "Connected to account " + ACCOUNT + " as acs:ram::" + ACCOUNT
                        + ":user/inventory; can read cn-hangzhou, eu-central-1.",
                connection.test());
        platform.answers((action, parameters) ->
                action.equals("DescribeDBInstances") ? FakeAlicloud.error(403, "Forbidden.RAM") : null);
        assertTrue(connection.test().endsWith("can read cn-hangzhou, eu-central-1, but not relational_db."));
        platform.answers((action, parameters) -> FakeAlicloud.error(403, "Forbidden.RAM"));
        assertEquals(
                FailureKind.PERMISSION,
                assertThrows(ProviderException.class, connection::test).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "access_key_id, '', access_key_id: is needed",
        "access_key_secret, ' ', access_key_secret: is needed",
        "region, 'a/b', region: 'a/b' is no region",
        "regions, '', "
    })
    void aWrongValueNamesItsKey(String key, String value, String told) throws Exception {
        FakeProviderContext context = platform.server().context().with(key, value);
        if (told == null) {
            assertEquals(15, connection(context).scopes().size());
            return;
        }
        ProviderException failure = assertThrows(ProviderException.class, () -> connection(context));
        assertEquals(FailureKind.AUTHENTICATION, failure.kind());
        assertTrue(failure.getMessage().startsWith(told), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "https://ecs.cn-hangzhou.aliyuncs.com, leave it empty",
        "ftp://host, is no host",
        "https://host/path, without a path",
        "'a b', is no host"
    })
    void aWrongEndpointIsTold(String endpoint, String told) {
        FakeProviderContext context = new FakeProviderContext(endpoint, FakeAlicloud.keys("any"));
        ProviderException failure = assertThrows(ProviderException.class, () -> connection(context));
        assertTrue(failure.getMessage().contains(told), failure.getMessage());
    }

    private static ProviderConnection connection(FakeProviderContext context) throws Exception {
        return new EcsProvider().connect(context);
    }

    private static ProviderException failure(ProviderConnection connection, String type) {
        return assertThrows(ProviderException.class, () -> read(connection, "cn-hangzhou", type));
    }

    private static RecordingSink read(ProviderConnection connection, String region, String type) throws Exception {
        RecordingSink sink = new RecordingSink();
        connection.collect(Scope.of(ACCOUNT + "/" + region + "/" + type, type), sink);
        return sink;
    }
}
