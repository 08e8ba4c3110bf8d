package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    /** Whatever the settings of the product that runs beside it. */
    @Test
    void anAccountReadByAProductOfItsOwn() throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), "{\"resources\": 60}");
        ProcessBuilder builder = verify("sample:generator", config.toString());
        builder.environment().put("INVENTORY_DB_URL", "jdbc:postgresql://127.0.0.1:1/of_production");
        builder.environment().put("INVENTORY_ADMIN_PASSWORD", "of production, which is another");
        builder.environment()
                .put("TMPDIR", Files.createDirectory(folder.resolve("work")).toString());
        String report = printed(builder.start(), 0);
        assertTrue(report.contains("## Provider test\n\nok\n"), report);
        assertTrue(report.contains("\n| everything | completed | 60 | "), report);
        assertEquals(List.of(), List.of(folder.resolve("work").toFile().list()), "nothing is left of it");
    }

    @Test
    void whatIsWrongWithTheCallIsSaid() throws Exception {
        assertTrue(printed(verify().start(), 1).startsWith("usage: bin/verify-provider KEY CONFIG.json"));
        String unknown = printed(verify("--provider", "nope").start(), 1);
        assertTrue(unknown.startsWith("bin/verify-provider: GET /providers/nope/ was answered with 404: "), unknown);
        Path list = Files.writeString(folder.resolve("list.json"), "[]");
        assertEquals(
                "bin/verify-provider: " + list + " is no JSON object\n",
                printed(verify("aws:aws", list.toString()).start(), 1));
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
        return printed(verify("--provider", provider).start(), 0);
    }

    private static String printed(Process process, int status) throws IOException, InterruptedException {
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), printed);
        return printed;
    }

    private static ProcessBuilder verify(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(System.getProperty("root") + "/bin/verify-provider"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("IS_API_URL", product.address());
        builder.environment().put("IS_PASSWORD", product.password());
        return builder;
    }
}
