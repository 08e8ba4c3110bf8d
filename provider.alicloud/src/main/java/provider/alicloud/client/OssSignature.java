package provider.alicloud.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code OSS4-HMAC-SHA256} for a request about no single bucket. */
record OssSignature(Access access, String region) {
    static final String METHOD = "GET";
    private static final String ALGORITHM = "OSS4-HMAC-SHA256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Headers to send with this query. */
    SortedMap<String, String> headers(String query, Instant now) {
        String time = TIME.format(now);
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("x-oss-content-sha256", UNSIGNED);
        headers.put("x-oss-date", time);
        access.securityToken().ifPresent(token -> headers.put("x-oss-security-token", token));
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", METHOD, "/", query, lines, "", UNSIGNED);
        String day = time.substring(0, "yyyyMMdd".length());
        String scope = day + "/" + region + "/oss/aliyun_v4_request";
        String toSign = String.join("\n", ALGORITHM, time, scope, Signing.sha256(request));
        headers.put(
                "authorization",
                ALGORITHM + " Credential=" + access.accessKeyId() + "/" + scope + ",Signature="
                        + HexFormat.of().formatHex(Signing.hmacSha256(key(day), toSign)));
        return headers;
    }

    private byte[] key(String day) {
        byte[] key = Signing.bytes("aliyun_v4" + access.accessKeySecret());
        for (String part : new String[] {day, region, "oss", "aliyun_v4_request"}) {
            key = Signing.hmacSha256(key, part);
        }
        return key;
    }
}
