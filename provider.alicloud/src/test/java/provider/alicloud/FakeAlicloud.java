package provider.alicloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.http.FakeHttpServer.Request;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.Subject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Alibaba Cloud with two regions: it checks signatures, pages as the products do, and remembers what is done to its instances. */
public final class FakeAlicloud implements AutoCloseable {
    public static final String ID = "testid";
    public static final String SECRET = "fake-alicloud-secret-5d01";
    static final String ACCOUNT = "1234567890123456";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeEstate estate = new FakeEstate();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Interruption> interruption = new AtomicReference<>((action, parameters) -> null);
    private final FakeHttpServer server;

    /** What is said in place of the ordinary answer; null to let it be given. */
    @FunctionalInterface
    interface Interruption {
        Reply reply(String action, Map<String, String> parameters);
    }

    public FakeAlicloud() throws IOException {
        server = FakeHttpServer.conversing(keys(SECRET), keys("not-the-secret"), this::answer)
                .whenAsked(Fault.REPEATED_PAGE_TOKEN, request -> withToken(answer(request), "from-0"))
                .whenAsked(
                        Fault.BROKEN_LATER_PAGE,
                        request -> parameters(request).containsKey("NextToken")
                                ? error(500, "InternalError")
                                : answer(request))
                .whenAsked(
                        Fault.DENIED_TYPE,
                        request -> action(request).equals("DescribeDisks")
                                ? error(403, "Forbidden.RAM")
                                : answer(request));
    }

    static ProviderCredential keys(String secret) {
        return new ProviderCredential("", "", "", 443, Map.of("access_key_id", ID, "access_key_secret", secret));
    }

    Subject subject() {
        return server.subject(new EcsProvider()).secret(SECRET);
    }

    /** With a few things in the first region. */
    public FakeAlicloud furnished() {
        estate.with("DescribeInstances", "cn-hangzhou", Samples.many(3, Samples::instance))
                .with("DescribeDisks", "cn-hangzhou", Samples.many(3, Samples::disk))
                .with("DescribeVpcs", "cn-hangzhou", Samples.many(1, Samples::vpc));
        return this;
    }

    public FakeHttpServer server() {
        return server;
    }

    FakeEstate estate() {
        return estate;
    }

    /** {@code action region} of each call. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on. */
    void answers(Interruption now) {
        interruption.set(now);
    }

    static Reply error(int status, String code) {
        ObjectNode error = JSON.createObjectNode();
        error.put("RequestId", "0D5A0A9B").put("HostId", "fake.aliyuncs.com");
        error.put("Code", code).put("Message", "The reason is " + code + ".");
        return new Reply(status, error.toString());
    }

    private Reply answer(Request request) throws Exception {
        if (request.header("Authorization").startsWith("OSS4")) {
            asked.add("ListBuckets");
            Reply instead = interruption.get().reply("ListBuckets", parameters(request));
            return instead == null ? FakeBuckets.answer(request, parameters(request)) : instead;
        }
        String action = action(request);
        Map<String, String> parameters = parameters(request);
        asked.add(action + " " + parameters.get("RegionId"));
        String refusal = refusal(request, parameters);
        if (!refusal.isEmpty()) {
            return error(refusal.startsWith("InvalidAccessKeyId") ? 404 : 400, refusal);
        }
        Reply instead = interruption.get().reply(action, parameters);
        return instead == null ? estate.answer(action, parameters) : instead;
    }

    private static String refusal(Request request, Map<String, String> parameters) throws Exception {
        if (parameters.containsKey("Signature")) {
            return FakeSignatures.v1Matches(request.method(), parameters, SECRET) ? "" : "SignatureDoesNotMatch";
        }
        return FakeSignatures.refusal(request, Map.of(ID, SECRET));
    }

    private static Reply withToken(Reply reply, String token) throws Exception {
        if (!reply.body().startsWith("{")) {
            return reply;
        }
        ObjectNode page = (ObjectNode) JSON.readTree(reply.body());
        return page.has("NextToken") ? Reply.of(page.put("NextToken", token).toString()) : reply;
    }

    private static String action(Request request) {
        String named = request.header("x-acs-action");
        return named.isEmpty() ? parameters(request).getOrDefault("Action", "") : named;
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : FakeSignatures.query(request).split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        server.close();
    }
}
