package provider.alicloud.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code ACS3-HMAC-SHA256} for a call of an RPC product: everything is in the query, the body is empty. */
record V3Signature(Access access) {
    static final String METHOD = "POST";
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final String EMPTY_BODY = Signing.sha256("");

    /** What is called, and where. */
    record Call(String host, String action, String version, String query) {}

    /**
     * @param nonce never used before
     * @return headers to send; {@code host}, which is signed as well, is the client's own to send
     */
    SortedMap<String, String> headers(Call call, Instant time, String nonce) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("host", call.host());
        headers.put("x-acs-action", call.action());
        headers.put("x-acs-content-sha256", EMPTY_BODY);
        headers.put("x-acs-date", time.truncatedTo(ChronoUnit.SECONDS).toString());
        access.securityToken().ifPresent(token -> headers.put("x-acs-security-token", token));
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-version", call.version());
        headers.put("authorization", authorization(headers, call.query()));
        headers.remove("host");
        return headers;
    }

    private String authorization(SortedMap<String, String> headers, String query) {
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", METHOD, "/", query, lines, names, EMPTY_BODY);
        byte[] signature =
                Signing.hmacSha256(Signing.bytes(access.accessKeySecret()), ALGORITHM + "\n" + Signing.sha256(request));
        return ALGORITHM + " Credential=" + access.accessKeyId() + ",SignedHeaders=" + names + ",Signature="
                + HexFormat.of().formatHex(signature);
    }
}
