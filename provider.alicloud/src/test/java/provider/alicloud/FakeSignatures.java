package provider.alicloud;

import inventory.api.http.FakeHttpServer.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks {@code ACS3-HMAC-SHA256} from what came over the wire, as the platform does. */
final class FakeSignatures {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("ACS3-HMAC-SHA256 Credential=(.+?),\\s*SignedHeaders=(.+?),\\s*Signature=([0-9a-f]{64})");

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
        String query = Arrays.stream(request.uri().getRawQuery().split("&", -1))
                .sorted()
                .collect(Collectors.joining("&"));
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

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
