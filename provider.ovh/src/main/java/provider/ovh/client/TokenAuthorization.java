package provider.ovh.client;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.http.HttpCalls;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Shows a token of OAuth2, and gets a new one before it ends. */
final class TokenAuthorization implements Authorization {
    private static final Duration SPARE = Duration.ofSeconds(60);

    private final Credentials.ServiceAccount account;
    private final ProviderContext context;
    private final HttpCalls calls;
    private volatile Token token = new Token("", Instant.MIN);

    private record Token(String text, Instant until) {}

    TokenAuthorization(Credentials.ServiceAccount account, ProviderContext context, HttpCalls calls) {
        this.account = account;
        this.context = context;
        this.calls = calls;
    }

    @Override
    public void authorize(HttpRequest.Builder request, String method, String url, String body)
            throws ProviderException, InterruptedException {
        Token valid = token;
        if (!context.clock().instant().isBefore(valid.until())) {
            valid = fetched();
            token = valid;
        }
        request.header("Authorization", "Bearer " + valid.text());
    }

    private Token fetched() throws ProviderException, InterruptedException {
        String form = "grant_type=client_credentials&scope=all&client_id=" + encoded(account.id()) + "&client_secret="
                + encoded(account.secret());
        JsonNode answer = Replies.parse(
                account.tokenUrl(),
                calls.json(HttpCalls.to(account.tokenUrl())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)))
                        .body());
        String text = answer.path("access_token").asText("");
        if (text.isEmpty()) {
            throw new ProviderException(
                    FailureKind.MALFORMED, account.tokenUrl() + " gave no access_token; is token_url right?");
        }
        Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(0)).minus(SPARE);
        return new Token(text, context.clock().instant().plus(life.isNegative() ? Duration.ZERO : life));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void outOfTime() {
        token = new Token("", Instant.MIN);
    }
}
