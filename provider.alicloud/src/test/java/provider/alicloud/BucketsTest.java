package provider.alicloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buckets, of which one listing shows those of all regions. */
class BucketsTest {
    private FakeAlicloud platform;
    private ProviderConnection connection;

    @BeforeEach
    void start() throws Exception {
        platform = new FakeAlicloud();
        connection = new EcsProvider().connect(platform.server().context());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void bucketsOfAllRegionsAreReadPageByPage() throws Exception {
        List<ResourceData> buckets = read().resources();
        assertEquals(
                List.of("backup eu-central-1", "photos cn-hangzhou", "reports cn-hangzhou"),
                buckets.stream().map(one -> one.name() + " " + one.region()).toList());
        ResourceData photos = buckets.get(1);
        assertEquals("acs:oss:*:" + FakeAlicloud.ACCOUNT + ":photos", photos.emsRef());
        assertEquals(Optional.of(Instant.parse("2026-01-01T00:00:00Z")), photos.emsCreatedOn());
        assertEquals(
                Map.of(
                        "endpoint", "oss-cn-hangzhou.aliyuncs.com",
                        "internal_endpoint", "oss-cn-hangzhou-internal.aliyuncs.com",
                        "resource_group_id", "rg-1",
                        "storage_class", "Standard"),
                photos.properties());
        assertEquals(2, platform.asked().stream().filter("ListBuckets"::equals).count());
    }

    @Test
    void aThousandBucketsTakeOneCall() throws Exception {
        platform.answers((action, parameters) ->
                "1000".equals(parameters.get("max-keys")) ? null : FakeBuckets.error(400, "InvalidArgument"));
        assertEquals(3, read().resources().size());
    }

    @Test
    void errorsInXmlAreToldAsWhatTheyAre() {
        assertTold(FakeBuckets.error(403, "AccessDenied"), FailureKind.PERMISSION, "give its RAM user");
        assertTold(FakeBuckets.error(403, "RequestTimeTooSkewed"), FailureKind.AUTHENTICATION, "The clock");
        assertTold(FakeBuckets.error(403, "InvalidAccessKeyId"), FailureKind.AUTHENTICATION, "check access_key_id");
    }

    @Test
    void whatIsNoListOfBucketsIsNone() {
        assertTold(FakeBuckets.page("", "again"), FailureKind.MALFORMED, "lead in a circle");
        assertTold(Reply.of("<Other/>"), FailureKind.MALFORMED, "answered without them");
        assertTold(Reply.of("<ListAllMyBucketsResult><Buck"), FailureKind.MALFORMED, "no XML");
        assertTold(Reply.of("<html>log in</html>"), FailureKind.MALFORMED, "HTML in place of XML");
        assertTold(
                Reply.of("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                FailureKind.MALFORMED,
                "DOCTYPE");
    }

    private void assertTold(Reply reply, FailureKind kind, String words) {
        platform.answers((action, parameters) -> reply);
        ProviderException told = assertThrows(ProviderException.class, this::read);
        assertEquals(kind, told.kind(), told.getMessage());
        assertTrue(told.getMessage().contains(words), told.getMessage());
    }

    private RecordingSink read() throws Exception {
        RecordingSink sink = new RecordingSink();
        connection.collect(Scope.of(FakeAlicloud.ACCOUNT + "/global/object_storage", "object_storage"), sink);
        return sink;
    }
}
