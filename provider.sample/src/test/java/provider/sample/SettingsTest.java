package provider.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import provider.sample.estate.Estate;

final class SettingsTest {

    @Test
    void nothingIsRequired() throws ProviderException {
        Settings settings = Settings.of(Map.of());
        assertEquals(new Estate(1000, 1, 4, 0, 1, 0), settings.estate());
        assertTrue(settings.latency().isZero());
        assertEquals(Set.of(), settings.faults().scopes());
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void aKindOfFailureIsKnownInAnyCase(FailureKind kind) throws ProviderException {
        String mixed = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
        assertEquals(kind, Settings.of(Map.of("fail_kind", mixed)).faults().kind());
        assertEquals(
                kind, Settings.of(Map.of("fail_kind", kind.name())).faults().kind());
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void aBadValueIsRefusedByItsKey(String key, Object value) {
        ProviderException refused = assertThrows(ProviderException.class, () -> Settings.of(Map.of(key, value)));
        assertEquals(FailureKind.AUTHENTICATION, refused.kind());
        assertTrue(refused.getMessage().startsWith("connection_config." + key + " must be "), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("not " + value), refused.getMessage());
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                Arguments.of("resources", -1L),
                Arguments.of("resources", 10_000_000L),
                Arguments.of("resources", "many"),
                Arguments.of("seed", 1.5),
                Arguments.of("scopes", 0L),
                Arguments.of("scopes", 1001L),
                Arguments.of("epoch", -1L),
                Arguments.of("changed_percent", 101L),
                Arguments.of("removed_percent", -1L),
                Arguments.of("latency_ms", true),
                Arguments.of("metrics", "yes"),
                Arguments.of("fail_scopes", 1L),
                Arguments.of("fail_kind", "sulky"),
                Arguments.of("fail_after", -1L),
                Arguments.of("retry_after_seconds", 86_401L),
                Arguments.of("denied_types", "subnet"),
                Arguments.of("bad_percent", 101L));
    }

    @Test
    void aScopeThatDoesNotExistCannotFail() {
        ProviderException refused =
                assertThrows(ProviderException.class, () -> Settings.of(Map.of("fail_scopes", List.of(0L, 4L))));
        assertEquals("connection_config.fail_scopes must be a whole number from 0 to 3, not 4", refused.getMessage());
    }
}
