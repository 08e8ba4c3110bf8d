package provider.alicloud.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against a request that the vendor's SDK {@code aliyun-sdk-oss:3.18.5} signed. */
class OssSignatureTest {
    @Test
    void theSignatureIsThatOfTheVendorsSdk() {
        Access access = new Access("testid", "testsecret", Optional.empty(), Optional.empty());
        assertEquals(
                Map.of(
                        "authorization",
                        "OSS4-HMAC-SHA256 Credential=testid/20261121/cn-hangzhou/oss/aliyun_v4_request,"
                                + "Signature=770268c4d2e6dd825a8710069eb976819e6514006c239b2316bf260bd0a7ec22",
                        "x-oss-content-sha256",
                        "UNSIGNED-PAYLOAD",
                        "x-oss-date",
                        "20261121T170621Z"),
                new OssSignature(access, "cn-hangzhou").headers("max-keys=100", Instant.parse("2026-11-21T17:06:21Z")));
    }
}
