package inventory.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page for people and the figures for machines. */
class DocsTest {
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RestServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void thePageFindsAllItsPartsHereWithAndWithoutSlash() throws Exception {
        for (String path : List.of("/docs/", "/docs")) {
            Answer page = server.get(path).expect(200);
            assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
            assertTrue(page.header("Content-Security-Policy").contains("script-src 'self'"));
            Matcher parts = Pattern.compile("(?:src|href|data-description)=\"(/[^\"]+)\"")
                    .matcher(page.text());
            int found = 0;
            while (parts.find()) {
                URI part =
                        URI.create(server.base() + path).resolve(parts.group(1)).normalize();
                Answer answer = server.get(part.toString()).expect(200);
                assertTrue(answer.text().length() > 100, part.toString());
                found++;
            }
            assertEquals(5, found);
            assertFalse(page.text().contains("//cdn") || page.text().contains("https://"), page.text());
        }
        server.get("/docs/other.js").problem(404);
        server.get("/docs/docs.html").problem(404);
    }

    @Test
    void partsAreSentOnce() throws Exception {
        String tag = server.get("/docs/swagger-ui.css").expect(200).header("ETag");
        Answer again = server.send(server.known("/docs/swagger-ui.css").header("If-None-Match", tag));
        assertEquals("", again.expect(304).text());
    }

    @Test
    void figuresAreInPrometheusFormat() throws Exception {
        MeasureSource source = () -> List.of(
                new Measure("runs_total", "Runs\nso far.", Measure.Type.COUNTER, Map.of("status", "a\"b\\c\nd"), 3),
                new Measure("runs_total", "Runs\nso far.", Measure.Type.COUNTER, Map.of("status", "x"), 0.5),
                new Measure("depth", "Depth.", Measure.Type.GAUGE, Map.of(), 12345678901234.0));
        server.sources.bindSource(source);
        server.get("/providers/8a7b/").problem(404);
        server.get("/nothing/");
        Answer figures = server.get("/metrics").expect(200);
        assertTrue(figures.header("Content-Type").startsWith("text/plain"), figures.header("Content-Type"));
        String text = figures.text();
        assertTrue(text.contains("# HELP runs_total Runs\\nso far.\n# TYPE runs_total counter\n"), text);
        assertTrue(text.contains("runs_total{status=\"a\\\"b\\\\c\\nd\"} 3\n"), text);
        assertTrue(text.contains("runs_total{status=\"x\"} 0.5\n"), text);
        assertTrue(text.contains("depth 12345678901234\n"), text);
        assertTrue(text.contains("jvm_memory_used_bytes{area=\"heap\""), text);
        assertTrue(
                text.contains(
                        "http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"/providers/{id}/\"} 1\n"),
                text);
        assertTrue(text.contains("uri=\"other\"} 1\n"), text);
        assertTrue(
                text.lines().allMatch(line -> line.matches("# (HELP|TYPE) .+|[a-z_0-9]+(\\{.+})? [-+0-9.EInf]+")),
                text);
        server.sources.unbindSource(source);
        assertFalse(server.get("/metrics").text().contains("runs_total"));
        assertEquals(401, server.send(server.request("/metrics")).status());
    }
}
