package provider.alicloud;

import inventory.api.http.FakeHttpServer.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks {@code ACS3-HMAC-SHA256} from what came over the wire, as the platform does. */
final class FakeSignatures {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("ACS3-HMAC-SHA256 Credential=(.+?),\\s*SignedHeaders=(.+?),\\s*Signature=([0-9a-f]{64})");

    private static final Pattern OSS_AUTHORIZATION = Pattern.compile(
            "OSS4-HMAC-SHA256 Credential=testid/(\\d{8}/[^/]+/oss/aliyun_v4_request),Signature=([0-9a-f]{64})");

    private FakeSignatures() {}

    /** The code of the error; empty if all is well. */
    static String refusal(Request request, Map<String, String> secrets) throws Exception {
        Matcher shown = AUTHORIZATION.matcher(request.header("Authorization"));
        if (!shown.matches()) {
            return "IncompleteSignature";
        }
        String secret = secrets.get(shown.group(1));
        if (secret == null) {
            return "InvalidAccessKeyId.NotFound";
        }
        String headers = Arrays.stream(shown.group(2).split(";", -1))
                .map(name -> name + ":" + request.header(name).strip() + "\n")
                .collect(Collectors.joining());
        String query = Arrays.stream(query(request).split("&", -1)).sorted().collect(Collectors.joining("&"));
        String canonical = String.join(
                "\n",
                request.method(),
                request.uri().getRawPath(),
                query,
                headers,
                shown.group(2),
                hex(MessageDigest.getInstance("SHA-256").digest(request.body().getBytes(StandardCharsets.UTF_8))));
        String toSign = "ACS3-HMAC-SHA256\n"
                + hex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        boolean right =
                hex(mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8))).equals(shown.group(3));
        return right ? "" : "SignatureDoesNotMatch";
    }

    /** Whether the older signature in the query is right, which one of the vendor's SDKs still makes. */
    static boolean v1Matches(String method, Map<String, String> parameters, String secret) throws Exception {
        TreeMap<String, String> signed = new TreeMap<>(parameters);
        String shown = signed.remove("Signature");
        String query = signed.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        byte[] right = mac.doFinal((method + "&%2F&" + encoded(query)).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(right).equals(shown);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Whether {@code OSS4-HMAC-SHA256} is right for a request about no single bucket. */
    static boolean ossMatches(Request request, String secret) throws Exception {
        Matcher shown = OSS_AUTHORIZATION.matcher(request.header("Authorization"));
        if (!shown.matches()) {
            return false;
        }
        String canonical = "GET\n/\n" + query(request) + "\nx-oss-content-sha256:UNSIGNED-PAYLOAD\nx-oss-date:"
                + request.header("x-oss-date") + "\n\n\nUNSIGNED-PAYLOAD";
        String toSign = "OSS4-HMAC-SHA256\n" + request.header("x-oss-date") + "\n" + shown.group(1) + "\n"
                + hex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("aliyun_v4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : shown.group(1).split("/", -1)) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign)).equals(shown.group(2));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As it was sent. */
    static String query(Request request) {
        return Optional.ofNullable(request.uri().getRawQuery()).orElse("");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
