package provider.alicloud;

import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.http.FakeHttpServer.Request;
import java.util.Map;

/** Three buckets in two regions, two on a page. */
final class FakeBuckets {
    private static final String BUCKET = """
            <Bucket><Comment></Comment><CreationDate>2026-01-01T00:00:00.000Z</CreationDate>
            <ExtranetEndpoint>oss-%2$s.aliyuncs.com</ExtranetEndpoint><IntranetEndpoint>oss-%2$s-internal.aliyuncs.com</IntranetEndpoint>
            <Location>oss-%2$s</Location><Name>%1$s</Name><Region>%2$s</Region><ResourceGroupId>rg-1</ResourceGroupId>
            <StorageClass>Standard</StorageClass></Bucket>""";
    private static final String FIRST =
            BUCKET.formatted("backup", "eu-central-1") + BUCKET.formatted("photos", "cn-hangzhou");
    private static final String LAST = BUCKET.formatted("reports", "cn-hangzhou");

    private FakeBuckets() {}

    static Reply answer(Request request, Map<String, String> parameters) throws Exception {
        if (!FakeSignatures.ossMatches(request, FakeAlicloud.SECRET)) {
            return error(403, "SignatureDoesNotMatch");
        }
        return "photos".equals(parameters.get("marker")) ? page(LAST, "") : page(FIRST, "photos");
    }

    /** A page of buckets. */
    static Reply page(String buckets, String next) {
        return Reply.of("""
                <?xml version="1.0" encoding="UTF-8"?>
                <ListAllMyBucketsResult><Owner><ID>1</ID><DisplayName>1</DisplayName></Owner>
                <Buckets>%s</Buckets><IsTruncated>%s</IsTruncated><NextMarker>%s</NextMarker></ListAllMyBucketsResult>
                """.formatted(buckets, !next.isEmpty(), next));
    }

    static Reply error(int status, String code) {
        return new Reply(
                status, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }
}
