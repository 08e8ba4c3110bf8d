package provider.acme.client;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.http.HttpCalls;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.time.Duration;

/** Speaks the system's API. Without an endpoint it reads the replies that were recorded from it, to try things out. */
public record WidgetClient(ProviderContext context) {
    private static final RateLimit LIMIT = new RateLimit("acme/widget", 20, Duration.ofSeconds(1));

    /** @param number from 1 */
    public Page page(int number) throws ProviderException, InterruptedException {
        boolean recorded = context.endpoint().isEmpty();
        JsonNode page = Replies.parse(recorded ? Replies.recorded("widgets-" + number + ".json") : asked(number));
        int next = page.path("next").asInt(0);
        if (!page.path("widgets").isArray() || (next != 0 && next <= number)) {
            throw new ProviderException(FailureKind.MALFORMED, "Page " + number + " is no page of widgets.");
        }
        return new Page(page.get("widgets"), next);
    }

    private String asked(int number) throws ProviderException, InterruptedException {
        return new HttpCalls(context, LIMIT)
                .json(HttpCalls.to(context.endpoint() + "/widgets?page=" + number)
                        .header(
                                "Authorization",
                                "Bearer " + context.credential().password()))
                .body();
    }
}
