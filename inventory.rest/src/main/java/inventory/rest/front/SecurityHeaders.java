package inventory.rest.front;

import java.util.function.BiConsumer;

/** What every answer of the server tells a browser. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    /** @param put takes a header's name and value */
    static void put(BiConsumer<String, String> put) {
        put.accept("X-Content-Type-Options", "nosniff");
        put.accept("X-Frame-Options", "SAMEORIGIN");
        put.accept("Referrer-Policy", "no-referrer");
    }
}
