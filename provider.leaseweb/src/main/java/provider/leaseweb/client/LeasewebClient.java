package provider.leaseweb.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.http.HttpCalls;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Speaks the API. A path begins with a slash, below the address of the API, and is already encoded. Thread-safe. */
public final class LeasewebClient {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int PAGE = 50;

    private final HttpCalls calls;
    private final String url;
    private final String apiKey;

    /** @param url without a slash at its end */
    public LeasewebClient(HttpCalls calls, String url, String apiKey) {
        this.calls = calls;
        this.url = url;
        this.apiKey = apiKey;
    }

    /** The path of a server, with what follows it, such as {@code /ips}. */
    public static String server(String id, String rest) {
        return "/servers/" + segment(id) + rest;
    }

    /** One segment of a path, encoded. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Reads one object. */
    public JsonNode get(String path) throws ProviderException, InterruptedException {
        return object(path, calls.json(request(path)).body());
    }

    /**
     * Reads a listing to its end.
     *
     * @param name of the array in each page
     * @param query besides the paging, such as {@code &type=install}; may be empty
     */
    public List<JsonNode> list(String path, String name, String query) throws ProviderException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        int total = Integer.MAX_VALUE;
        while (all.size() < total) {
            Page page = page(path, name, query + "&limit=" + PAGE, all.size());
            if (total != Integer.MAX_VALUE && page.total() != total) {
                throw malformed(
                        path, "had " + total + " entries, then " + page.total() + ": it changed while it was read.");
            }
            total = page.total();
            page.items().forEach(all::add);
        }
        if (all.size() != total) {
            throw malformed(path, "gave " + all.size() + " of " + total + " entries.");
        }
        return all;
    }

    /** Reads the first entry only, to learn how many there are. */
    public Page first(String path, String name) throws ProviderException, InterruptedException {
        return page(path, name, "&limit=1", 0);
    }

    /** The pages of a system that passes over the paging would be the same for ever. */
    private Page page(String path, String name, String query, int offset)
            throws ProviderException, InterruptedException {
        JsonNode answer = get(path + "?offset=" + offset + query);
        JsonNode told = answer.path("_metadata");
        JsonNode items = answer.path(name);
        JsonNode total = told.path("totalCount");
        if (!items.isArray() || !total.isInt() || total.intValue() < 0) {
            throw malformed(path, "is no listing of " + name + ".");
        }
        if (told.path("offset").asInt(-1) != offset) {
            throw malformed(
                    path,
                    "was asked from entry " + offset + " on, and answered from "
                            + told.path("offset").asText("nowhere") + " on.");
        }
        if (items.isEmpty() && offset < total.intValue()) {
            throw malformed(path, "ends at entry " + offset + " of " + total.intValue() + ".");
        }
        return new Page(items, total.intValue());
    }

    /** Sends a request that changes something and is answered with an object. */
    public JsonNode change(String method, String path, Object body) throws ProviderException, InterruptedException {
        return object(path, calls.json(changing(method, path, body)).body());
    }

    /** Sends a request that changes something and is answered with nothing. An empty body is none. */
    public void send(String method, String path, Object body) throws ProviderException, InterruptedException {
        calls.json(changing(method, path, body));
    }

    private HttpRequest.Builder changing(String method, String path, Object body) throws ProviderException {
        String text = JSON.valueToTree(body).toString();
        return text.equals("{}")
                ? request(path).method(method, BodyPublishers.noBody())
                : request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(text));
    }

    private HttpRequest.Builder request(String path) throws ProviderException {
        return HttpCalls.to(url + path).header("X-LSW-Auth", apiKey);
    }

    private static JsonNode object(String path, String text) throws ProviderException {
        try {
            JsonNode answer = JSON.readTree(text);
            if (answer.isObject()) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            throw new ProviderException(
                    FailureKind.MALFORMED,
                    what(path) + " answered no JSON, from column "
                            + e.getLocation().getColumnNr() + " of line "
                            + e.getLocation().getLineNr() + " on.",
                    e);
        }
        throw malformed(path, "answered no JSON object.");
    }

    private static ProviderException malformed(String path, String what) {
        return new ProviderException(FailureKind.MALFORMED, what(path) + " " + what);
    }

    private static String what(String path) {
        return "LeaseWeb's " + path.replaceFirst("[?].*", "");
    }
}
