package inventory.rest.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.rest.front.PublicPath.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicPathTest {
    @Test
    void theApplicationHasSeveralNames() {
        assertEquals(api("/api/inventory/v1", "/resources/x/"), PublicPath.of("/api/inventory/v1/resources/x/"));
        assertEquals(api("/api/inventory-service/v1", "/"), PublicPath.of("/api/inventory-service/v1/"));
        assertEquals(api("/api/v1", ""), PublicPath.of("/api/v1"));
        assertEquals(api("/inventory/api/v1", "/tags"), PublicPath.of("/inventory/api/v1/tags"));
        assertEquals(api("", "/ping/"), PublicPath.of("/ping/"));
        assertEquals(api("/inventory-service", "/health"), PublicPath.of("/inventory-service/health"));
    }

    @Test
    void indexesStandAboveIt() {
        assertEquals(Kind.ROOT_INDEX, PublicPath.of("/").kind());
        assertEquals(Kind.ROOT_INDEX, PublicPath.of("/inventory/").kind());
        for (String path : List.of("/api", "/api/", "/api/inventory", "/api/inventory-service/")) {
            assertEquals(Kind.API_INDEX, PublicPath.of(path).kind(), path);
        }
    }

    @Test
    void nearMissesAreRefused() {
        for (String path : List.of(
                "/api/inventoryx/",
                "/api/inventory/v1x/",
                "/api/inventory/v2/",
                "/api/v10/",
                "/cxf",
                "/cxf/x",
                "/api/x")) {
            assertEquals(Kind.REFUSED, PublicPath.of(path).kind(), path);
        }
        for (String path : List.of(
                "/apis",
                "/system/consolex",
                "/inventory/system/console",
                "/pingx",
                "/inventoryx/ping",
                "/cxfx",
                "/ui/")) {
            assertEquals(Kind.OTHER, PublicPath.of(path).kind(), path);
        }
    }

    @Test
    void theConsoleHasItsOwnPages() {
        assertEquals(Kind.CONSOLE, PublicPath.of("/system/console").kind());
        assertEquals(Kind.CONSOLE, PublicPath.of("/system/console/bundles").kind());
    }

    @Test
    void queriesMustBeProperlyEncoded() {
        for (String good : List.of("", "a=b&c", "search=%25_%27%F0%9F%92%A9", "a=\"x\"", "type=x&_typed=y")) {
            assertEquals(Optional.empty(), RawQuery.problem(good), good);
        }
        for (String bad :
                List.of("a=%", "a=%4", "a=%zz", "a=%ff", "a=%C0%80", "a=%00", "_method=DELETE", "x=1&_ctype=a")) {
            assertTrue(RawQuery.problem(bad).isPresent(), bad);
        }
        assertEquals("a=%22x%22%7C%C3%A4&b=%20c", RawQuery.encoded("a=\"x\"|ä&b=%20c"));
    }

    private static PublicPath api(String prefix, String path) {
        return new PublicPath(Kind.API, prefix, path);
    }
}
