package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** bin/verify-provider tells how an account is read, and nothing of what is in it. */
class VerifyProviderIT {
    @TempDir
    static Path folder;

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        product = new Product(folder.resolve("home"));
        product.start(Map.of());
    }

    @AfterAll
    static void end() {
        product.close();
    }

    @Test
    void aHealthyAccount() throws Exception {
        String provider = product.generator("secret estate", Map.of("resources", 60));
        String report = report(provider);
        assertTrue(report.startsWith("# Report on `sample:generator`\n"), report);
        assertTrue(report.contains("## Provider test\n\nok\n"), report);
        assertTrue(report.contains("\n| everything | completed | 60 | "), report);
        assertTrue(report.contains("between the two readings of each resource: 0 "), report);
        assertTrue(report.contains("## Failures and warnings\n\nnone\n"), report);
        assertTrue(report.contains("## Properties that no definition names\n\nnone\n"), report);
        tellsNothingOf(provider, report);
    }

    @Test
    void anAccountOfAwsWithARegionThatIsNot() throws Exception {
        try (Peer moto = Peer.moto(folder)) {
            Map<String, Object> config = Map.of(
                    "username",
                    "testing",
                    "password",
                    "testing-secret",
                    "regions",
                    List.of("us-east-1", "xx-nowhere-9"));
            String provider = product.provider("AWS", "aws:aws", config);
            product.patch("/providers/" + provider + "/", Map.of("endpoint", "http://" + moto.address()));
            String report = report(provider);
            assertTrue(report.contains("## Provider test\n\nfailed: INTERNAL: ec2 DescribeVpcs in …"), report);
            assertTrue(report.contains("| `subnet` | partial | 6 | "), report);
            assertTrue(report.contains("* 1 × `subnet` INTERNAL: ec2 DescribeSubnets in …"), report);
            assertTrue(report.contains("| `subnet` | active | 6 |"), report);
            tellsNothingOf(provider, report);
        }
    }

    @Test
    void whatIsWrongWithTheCallIsSaid() throws Exception {
        assertEquals(1, run().waitFor());
        assertEquals(1, run("--provider", "nope").waitFor());
    }

    private static void tellsNothingOf(String provider, String report) throws IOException {
        JsonNode resources =
                product.get("/resources/?page_size=1000&provider=" + provider).get("results");
        assertTrue(resources.size() > 5);
        for (JsonNode resource : resources) {
            assertFalse(report.contains(resource.get("ems_ref").asText()), report);
            assertFalse(report.contains(resource.get("id").asText()), report);
            resource.get("ip_addresses").forEach(address -> assertFalse(report.contains(address.asText()), report));
        }
        assertFalse(report.contains("testing") || report.contains("secret") || report.contains("123456789012"), report);
        assertFalse(report.contains("127.0.0.1") || report.contains(provider), report);
    }

    private static String report(String provider) throws IOException, InterruptedException {
        Process process = run("--provider", provider);
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), report);
        return report;
    }

    private static Process run(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(System.getProperty("root") + "/bin/verify-provider"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("IS_API_URL", product.address());
        builder.environment().put("IS_PASSWORD", product.password());
        return builder.start();
    }
}
