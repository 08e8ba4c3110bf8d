package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request meets before it meets the API, byte by byte, since a client would tidy up what is asked here. */
class FrontDoorIT {
    private static Product product;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        product = new Product(folder.resolve("home"));
        product.start(Map.of());
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ping/",
                "/ping",
                "/api/v1/ping/",
                "/api/inventory/v1/ping/",
                "/api/inventory-service/v1/ping",
                "/inventory/api/v1/ping/",
                "/inventory-service/ping/"
            })
    void theApplicationAnswersUnderAllItsNames(String path) throws IOException {
        assertEquals(200, ask("GET", path).status());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/inventory/v1/../v1/ping/, 400",
        "/api/inventory/v1/ping;x=1/, 400",
        "/api/inventory/v1/resources/?search=%zz, 400",
        "/api/inventory/v1/resources/?search=%00, 400",
        "/api/inventory/v1/resources/?_method=DELETE, 400",
        "/api/inventory/v1/resources/, 401",
        "/api/inventoryx/v1/ping/, 404",
        "/api/v2/ping/, 404",
        "/cxf, 404",
        "/nowhere/, 401"
    })
    void whatIsNoGoodRequestIsAnsweredInJson(String path, int status) throws IOException {
        Answer answer = ask("GET", path);
        assertEquals(status, answer.status(), answer.text());
        assertTrue(answer.body().startsWith("{") && answer.body().contains("\"detail\""), answer.text());
    }

    /** It closes the connection then; a client that was not told would send its next request into it. */
    @ParameterizedTest
    @CsvSource({
        "/tags/%00/, 400",
        "/tags/a%2Fb/, 400",
        "//tags/, 400",
        "/tags/%25/, 400",
        "/tags/%zz/, 400",
        "/tags/?search=LONG, 414"
    })
    void whatTheServerItselfRefusesIsAnsweredAlike(String path, int status) throws IOException {
        Answer answer = ask("GET", "/api/inventory/v1" + path.replace("LONG", "x".repeat(20_000)), "HTTP/1.1");
        assertEquals(status, answer.status(), answer.text());
        assertTrue(answer.text().contains("\r\nConnection: close\r\n"), answer.text());
        assertTrue(answer.text().contains("X-Content-Type-Options: nosniff"), answer.text());
        assertTrue(answer.body().startsWith("{") && answer.body().contains("\"detail\""), answer.text());
    }

    @Test
    void everyAnswerHasItsSecurityHeaders() throws IOException {
        for (String path : List.of("/ping/", "/", "/nowhere/", "/api/inventory/v1/resources/")) {
            String answer = ask("GET", path).text();
            for (String header : List.of(
                    "X-Content-Type-Options: nosniff", "X-Frame-Options: SAMEORIGIN", "Referrer-Policy: no-referrer")) {
                assertTrue(answer.contains(header), path + ": " + answer);
            }
            assertFalse(answer.contains("Server:"), answer);
        }
    }

    @Test
    void indexesAreOnlyRead() throws IOException {
        assertEquals(200, ask("GET", "/").status());
        Answer refused = ask("DELETE", "/api/");
        assertEquals(405, refused.status());
        assertTrue(refused.text().contains("Allow: GET, HEAD"), refused.text());
    }

    private record Answer(String text) {
        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    private static Answer ask(String method, String path) throws IOException {
        return ask(method, path, "HTTP/1.0");
    }

    /** Reads until the server closes the connection. */
    private static Answer ask(String method, String path, String version) throws IOException {
        URI address = URI.create(product.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = method + " " + path + " " + version + "\r\nHost: " + address.getAuthority() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
