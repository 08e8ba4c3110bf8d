package inventory.core.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.plugin.TestResult;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import inventory.core.Await;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTestsTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void whatAnswersIsConnected() {
        TestResult result = test(target("one", "acme")).get(0);
        assertEquals(
                List.of("one", "acme:cloud", "Connected."),
                List.of(result.providerName(), result.pluginKey(), result.message()));
        assertTrue(result.success());
        Await.until("closed", Duration.ofSeconds(5), () -> fixture.provider.closed.get() == 1);
    }

    @Test
    void eachHasItsResultInItsPlace() {
        List<Target> targets = IntStream.range(0, 20)
                .mapToObj(i -> target("p" + i, i % 3 == 0 ? "nobody" : "acme"))
                .toList();
        List<TestResult> results = test(targets.toArray(Target[]::new));
        assertEquals(
                targets.stream().map(Target::id).toList(),
                results.stream().map(TestResult::providerId).toList());
        for (int i = 0; i < results.size(); i++) {
            assertEquals(i % 3 != 0, results.get(i).success(), results.get(i).message());
        }
        assertEquals(
                "INTERNAL: There is no plugin for nobody:cloud. Available: acme:cloud.",
                results.get(0).message());
    }

    @Test
    void theKindOfAFailureIsToldAndNoSecret() {
        fixture.config.put("password", "open sesame");
        fixture.provider.connecting = (context, attempt) -> {
            throw new ProviderException(FailureKind.AUTHENTICATION, "open sesame is wrong");
        };
        TestResult result = test(target("one", "acme")).get(0);
        assertFalse(result.success());
        assertEquals("AUTHENTICATION: *** is wrong", result.message());
    }

    @Test
    void aPluginThatFailsInsideHarmsNoOther() {
        fixture.provider.connecting = (context, attempt) -> {
            if (attempt == 1) {
                throw new IllegalStateException("secret detail");
            }
        };
        List<TestResult> results = test(target("one", "acme"), target("two", "acme"));
        assertEquals(1, results.stream().filter(TestResult::success).count());
        assertEquals(
                "INTERNAL: The plugin failed inside; the server's log has the details",
                results.stream()
                        .filter(result -> !result.success())
                        .findFirst()
                        .orElseThrow()
                        .message());
    }

    @Test
    void whatDoesNotAnswerIsGivenUpAndTheOthersAreNot() {
        fixture.provider.connecting = (context, attempt) -> {
            if (attempt == 1) {
                new CountDownLatch(1).await();
            }
        };
        long begin = System.nanoTime();
        List<TestResult> results = new ConnectionTests(fixture.connections(), fixture.threads, Duration.ofSeconds(5))
                .test(List.of(target("one", "acme"), target("two", "acme")));
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(40).toNanos());
        assertEquals(
                List.of("Connected.", "TIMEOUT: No answer within 5 s"),
                results.stream().map(TestResult::message).sorted().toList());
    }

    private List<TestResult> test(Target... targets) {
        return new ConnectionTests(fixture.connections(), fixture.threads, Duration.ofSeconds(20))
                .test(List.of(targets));
    }

    private static Target target(String name, String vendor) {
        return new Target(UUID.randomUUID(), name, vendor, "cloud", "https://acme:8443/x", "sealed", 1);
    }
}
