package inventory.api.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderRecordsTest {

    @Test
    void aCredentialShowsNoSecret() {
        ProviderCredential credential = new ProviderCredential(
                "AKIA-USER", "s3cret-one", "host.example", 8443, Map.of("secret_key", "s3cret-two", "region", "eu"));
        String shown = credential.toString();
        for (String hidden : Set.of("AKIA-USER", "s3cret-one", "s3cret-two")) {
            assertFalse(shown.contains(hidden), shown);
        }
        assertTrue(shown.contains("host.example") && shown.contains("8443") && shown.contains("secret_key"), shown);
    }

    @Test
    void aTextOfTheConfigIsThereOrNot() {
        ProviderCredential credential =
                new ProviderCredential("", "", "", 443, Map.of("region", "eu", "blank", " ", "number", 3L));
        assertEquals(Optional.of("eu"), credential.text("region"));
        assertEquals(Optional.empty(), credential.text("blank"));
        assertEquals(Optional.empty(), credential.text("number"));
        assertEquals(Optional.empty(), credential.text("absent"));
    }

    @Test
    void aCredentialKeepsItsOwnCopy() {
        Map<String, Object> extra = new HashMap<>(Map.of("region", "eu"));
        ProviderCredential credential = new ProviderCredential("", "", "", 443, extra);
        extra.clear();
        assertEquals(Optional.of("eu"), credential.text("region"));
        assertThrows(NullPointerException.class, () -> new ProviderCredential("", null, "", 443, Map.of()));
    }

    @Test
    void aScopeKeepsItsTypes() {
        Scope scope = Scope.of("eu/vm", "virtual_machine", "subnet");
        assertEquals("eu/vm", scope.id());
        assertEquals(Set.of("subnet", "virtual_machine"), scope.resourceTypes());
        assertThrows(
                UnsupportedOperationException.class, () -> scope.resourceTypes().clear());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aScopeNeedsAnId(String id) {
        assertThrows(IllegalArgumentException.class, () -> Scope.of(id, "subnet"));
    }

    @Test
    void aScopeHasAnIdOfLimitedLengthAndAType() {
        assertEquals(512, Scope.of("x".repeat(512), "subnet").id().length());
        assertThrows(IllegalArgumentException.class, () -> Scope.of("x".repeat(513), "subnet"));
        assertThrows(IllegalArgumentException.class, () -> Scope.of("eu"));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-1,1", "1,0", "1,-1"})
    void aRateLimitAllowsSomething(int permits, long seconds) {
        assertThrows(IllegalArgumentException.class, () -> new RateLimit("ec2", permits, Duration.ofSeconds(seconds)));
    }

    @Test
    void aFailureTellsItsKindAndHowLongToWait() {
        Duration wait = Duration.ofSeconds(7);
        IOException cause = new IOException("reset");
        ProviderException throttled =
                new ProviderException(FailureKind.THROTTLED, "Asked too often.", Optional.of(wait), cause);
        assertEquals(FailureKind.THROTTLED, throttled.kind());
        assertEquals(Optional.of(wait), throttled.retryAfter());
        assertEquals(cause, throttled.getCause());
        assertEquals(Optional.empty(), new ProviderException(FailureKind.INTERNAL, "Broken.", cause).retryAfter());
        assertThrows(NullPointerException.class, () -> new ProviderException(null, "Broken."));
    }

    @Test
    void aFailureThatWasSerializedStillHasNoNull() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ProviderException(FailureKind.TIMEOUT, "Late."));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ProviderException copy = (ProviderException) in.readObject();
            assertEquals(FailureKind.TIMEOUT, copy.kind());
            assertEquals(Optional.empty(), copy.retryAfter());
        }
    }
}
