package provider.ovh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.http.FakeHttpServer.Request;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.RecordingSink;
import inventory.api.resource.ResourceData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Answers as the API does: checks signature, clock and access rules, lists ids or objects, answers batches, and keeps what is changed. A
 * thing is a document under its path.
 */
public final class FakeOvh implements FakeHttpServer.Conversation {
    public static final String SECRET = "fake-application-secret-55c1";
    public static final String CONSUMER = "fake-consumer-key-9d0a";
    public static final String CLIENT_SECRET = "fake-client-secret-81fe";
    public static final String TOKEN = "fake-token-3b77";
    public static final ProviderCredential RIGHT = application(SECRET, CONSUMER);
    public static final ProviderCredential WRONG = application(SECRET, "another-consumer-key");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS_AHEAD = 3 * 24 * 3600;

    private final Map<String, JsonNode> documents = new ConcurrentHashMap<>();
    private final Map<String, Change> changes = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> reads = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile boolean expands = true;
    private volatile boolean batches = true;
    private volatile String denied = "-";
    private final AtomicLong time = new AtomicLong(FakeProviderContext.NOW.getEpochSecond() + SECONDS_AHEAD);

    /** What a request that changes something does. */
    @FunctionalInterface
    public interface Change {
        Reply to(JsonNode body) throws Exception;
    }

    /** Listens until the server is closed. */
    public FakeHttpServer serve() throws IOException {
        return FakeHttpServer.conversing(RIGHT, WRONG, this);
    }

    /** Everything that the plugin finds here. */
    List<ResourceData> readBy(BaseProvider plugin) throws Exception {
        try (FakeHttpServer server = serve()) {
            return RecordingSink.ofEverything(plugin, server.context()).resources();
        }
    }

    public static ProviderCredential application(String secret, String consumer) {
        return credential(
                Map.of("application_key", "fake-application", "application_secret", secret, "consumer_key", consumer));
    }

    public static ProviderCredential credential(Map<String, Object> extra) {
        return new ProviderCredential("", "", "127.0.0.1", 443, extra);
    }

    static ObjectNode recorded(String file) {
        return (ObjectNode) recordedList(file);
    }

    /** A thing of this kind with every field that the platform tells, to be filled in. */
    static ObjectNode sample(String kind) {
        return (ObjectNode) recorded("samples.json").get(kind);
    }

    static JsonNode recordedList(String file) {
        try (InputStream in = FakeOvh.class.getResourceAsStream(file)) {
            return JSON.readTree(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public FakeOvh put(String path, JsonNode document) {
        documents.put(path, document);
        return this;
    }

    public FakeOvh put(String path, String document) {
        return put(path, json(document));
    }

    /** One more thing of a list. */
    public FakeOvh add(String list, String id, JsonNode document) {
        ((ArrayNode) documents.computeIfAbsent(list, path -> JSON.createArrayNode())).add(id);
        return put(list + "/" + id.replace("/", "%2F").replace(":", "%3A"), document);
    }

    public ObjectNode document(String path) {
        return (ObjectNode) documents.get(path);
    }

    /** From now on this field, of a thing or of the first of a list, has another name. */
    void rename(String path, String field, String name) {
        JsonNode document = documents.get(path);
        ObjectNode thing = (ObjectNode) (document.isArray() ? document.get(0) : document);
        thing.set(name, thing.remove(field));
    }

    public void remove(String path) {
        documents.remove(path);
    }

    /** @param call method and path */
    public FakeOvh on(String call, Change change) {
        changes.put(call, change);
        return this;
    }

    /** What happens to a document each time before it is read. */
    public void whenRead(String path, Consumer<JsonNode> change) {
        reads.put(path, change);
    }

    /** It knows no lists of objects. */
    public void expandsNothing() {
        expands = false;
    }

    /** It takes several ids for the name of one thing. */
    public void batchesNothing() {
        batches = false;
    }

    /** The access rules do not allow paths that begin so. */
    public void denies(String path) {
        denied = path;
    }

    public void jumps(int seconds) {
        time.addAndGet(seconds);
    }

    /** Method and path with query of each request. */
    public List<String> asked() {
        return requests.stream()
                .map(one -> one.method() + " " + one.uri().toString().replaceFirst("^/1.0", ""))
                .toList();
    }

    public Request last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public Reply to(Request request) throws Exception {
        requests.add(request);
        String path = request.uri().getRawPath().replaceFirst("^/1.0", "");
        if (path.equals("/auth/time")) {
            return Reply.of(Long.toString(time.get()));
        }
        if (path.equals("/auth/oauth2/token")) {
            return token(request);
        }
        Reply refusal = request.header("Authorization").isEmpty() ? unsigned(request) : bearer(request);
        if (refusal != null) {
            return refusal;
        }
        if (path.startsWith(denied)) {
            return error(403, "NOT_GRANTED_CALL", "This call has not been granted");
        }
        return request.method().equals("GET") ? read(path, request) : changed(request, path);
    }

    private static Reply token(Request request) {
        return request.body().contains("client_id=fake-client&client_secret=" + CLIENT_SECRET)
                ? Reply.of("{\"access_token\": \"" + TOKEN + "\", \"token_type\": \"Bearer\", \"expires_in\": 3599}")
                : new Reply(401, "{\"error\": \"invalid_client\", \"error_description\": \"client is not known\"}");
    }

    private static Reply bearer(Request request) {
        return request.header("Authorization").equals("Bearer " + TOKEN)
                ? null
                : error(401, "INVALID_TOKEN", "This token is not valid");
    }

    private Reply unsigned(Request request) throws Exception {
        if (!request.header("X-Ovh-Application").equals("fake-application")) {
            return error(403, "INVALID_KEY", "This application key is invalid");
        }
        String consumer = request.header("X-Ovh-Consumer");
        if (!consumer.equals(CONSUMER)) {
            return error(403, "INVALID_CREDENTIAL", "This credential is not valid");
        }
        String timestamp = request.header("X-Ovh-Timestamp");
        if (Math.abs(Long.parseLong(timestamp) - time.get()) > 30) {
            return error(400, "QUERY_TIME_OUT", "Query out of time");
        }
        String signed = SECRET + "+" + consumer + "+" + request.method() + "+" + request.url() + "+" + request.body()
                + "+" + timestamp;
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
        return request.header("X-Ovh-Signature").equals("$1$" + HexFormat.of().formatHex(digest))
                ? null
                : error(400, "INVALID_SIGNATURE", "Invalid signature");
    }

    private Reply read(String path, Request request) {
        if (batches && path.contains(",") && request.header("X-Ovh-Batch").equals(",")) {
            return Reply.of(batch(path).toString());
        }
        JsonNode document = documents.get(path);
        if (document == null) {
            return new Reply(404, "{\"class\": \"Client::NotFound\", \"message\": \"This service does not exist\"}");
        }
        if (reads.containsKey(path)) {
            reads.get(path).accept(document);
        }
        if (expands && request.header("X-Pagination-Mode").equals("CachedObjectList-Pages")) {
            return objects(path, document, request);
        }
        return document.path("refused").isInt()
                ? new Reply(document.path("refused").intValue(), document.toString())
                : Reply.of(document.toString());
    }

    private Reply objects(String path, JsonNode ids, Request request) {
        int size = Integer.parseInt(request.header("X-Pagination-Size"));
        int first = (Integer.parseInt(request.header("X-Pagination-Number")) - 1) * size;
        ArrayNode objects = JSON.createArrayNode();
        for (int at = first; at < Math.min(first + size, ids.size()); at++) {
            String id = ids.get(at).asText().replace("/", "%2F").replace(":", "%3A");
            JsonNode object = documents.get(path + "/" + id);
            if (object != null) {
                objects.add(object);
            }
        }
        return new Reply(200, objects.toString(), Map.of("X-Pagination-Elements", Integer.toString(ids.size())));
    }

    private ArrayNode batch(String path) {
        String[] parts = path.split("/", -1);
        int place = 0;
        while (!parts[place].contains(",")) {
            place++;
        }
        ArrayNode answers = JSON.createArrayNode();
        for (String id : parts[place].split(",", -1)) {
            String[] single = parts.clone();
            single[place] = id;
            JsonNode value = documents.get(String.join("/", single));
            ObjectNode answer =
                    answers.addObject().put("key", id.replace("%2F", "/").replace("%3A", ":"));
            answer.set("value", value == null || value.has("refused") ? null : value);
            answer.set("error", value == null || value.has("refused") ? json("{'message': 'no'}") : null);
        }
        return answers;
    }

    private Reply changed(Request request, String path) throws Exception {
        Change change = changes.get(request.method() + " " + path);
        return change == null
                ? new Reply(404, "{\"class\": \"Client::NotFound\", \"message\": \"Got an invalid (or empty) URL\"}")
                : change.to(JSON.readTree(request.body()));
    }

    public static Reply error(int status, String code, String message) {
        return new Reply(
                status,
                "{\"errorCode\": \"%s\", \"httpCode\": \"%d\", \"message\": \"%s\"}".formatted(code, status, message));
    }
}
