package provider.alicloud.client;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A listing of one product, page by page to its end.
 *
 * @param items where the list is in an answer; Alibaba Cloud wraps each in an object of its own
 * @param id field that tells the items apart
 * @param paging how to get from page to page
 */
public record Listing(Product product, String action, String items, String id, Paging paging) {
    private static final int MOST_PAGES_WITHOUT_NEWS = 10;

    /** How the pages are asked for. */
    public enum Paging {
        /** Each page names the next. */
        TOKEN,
        /** Pages have numbers, and each tells how many items there are in all. */
        NUMBER
    }

    /** @throws ProviderException if not everything was seen */
    public void read(RpcClient client, String region, Visitor visitor) throws ProviderException, InterruptedException {
        RpcClient.Operation operation = new RpcClient.Operation(product, region, action);
        if (paging == Paging.TOKEN) {
            readByToken(client, operation, visitor);
        } else {
            readByNumber(client, operation, visitor);
        }
    }

    /** Asks for as little as may be, to see whether the listing is allowed. */
    public void probe(RpcClient client, String region) throws ProviderException, InterruptedException {
        Map<String, String> least =
                paging == Paging.TOKEN ? Map.of("MaxResults", "10") : Map.of("PageNumber", "1", "PageSize", "1");
        itemsOf(client.call(new RpcClient.Operation(product, region, action), least));
    }

    private void readByToken(RpcClient client, RpcClient.Operation operation, Visitor visitor)
            throws ProviderException, InterruptedException {
        Set<String> seen = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        Map<String, String> parameters = new TreeMap<>(Map.of("MaxResults", "100"));
        int withoutNews = 0;
        for (String token = null; token == null || !token.isEmpty(); ) {
            JsonNode page = client.call(operation, parameters);
            int before = seen.size();
            visit(page, seen, visitor);
            withoutNews = seen.size() > before ? 0 : withoutNews + 1;
            token = page.path("NextToken").asText("");
            if (!token.isEmpty() && (!tokens.add(token) || withoutNews == MOST_PAGES_WITHOUT_NEWS)) {
                throw malformed("pages lead in a circle.");
            }
            parameters.put("NextToken", token);
        }
    }

    /** What is made or removed meanwhile moves items from page to page: only as many as were announced are all. */
    private void readByNumber(RpcClient client, RpcClient.Operation operation, Visitor visitor)
            throws ProviderException, InterruptedException {
        Set<String> seen = new HashSet<>();
        int total = -1;
        for (int number = 1; number == 1 || seen.size() < total; number++) {
            JsonNode page = client.call(operation, Map.of("PageNumber", String.valueOf(number), "PageSize", "50"));
            int before = seen.size();
            visit(page, seen, visitor);
            int told = page.path("TotalCount").asInt(-1);
            if (told < seen.size() || (total >= 0 && told != total)) {
                throw malformed("told of " + told + " items on page " + number + " and showed others.");
            }
            total = told;
            if (seen.size() == before && before < total) {
                throw malformed("showed " + before + " of " + total + " items.");
            }
        }
    }

    private void visit(JsonNode page, Set<String> seen, Visitor visitor)
            throws ProviderException, InterruptedException {
        for (JsonNode item : itemsOf(page)) {
            String key = item.path(id).asText();
            // without an id it is no known one: the core says what is wrong with it
            if (key.isEmpty() || seen.add(key)) {
                visitor.visit(item);
            }
        }
    }

    private JsonNode itemsOf(JsonNode page) throws ProviderException {
        JsonNode list = page.at(items);
        if (!list.isArray()) {
            throw malformed("was answered without its list " + items + ".");
        }
        return list;
    }

    private ProviderException malformed(String what) {
        return new ProviderException(FailureKind.MALFORMED, action + " " + what);
    }
}
