package inventory.core.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    private static String stored(Object value) {
        return new String(JsonText.stored(value), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "5,5",
        "5.0,5",
        "5.00,5",
        "0.1,0.1",
        "1e3,1000",
        "-0.0,0",
        "1.5E-7,0.00000015",
        "123456789012345678901234567890,123456789012345678901234567890"
    })
    void spellsANumberInOneWay(String number, String expected) {
        assertEquals(expected, stored(new BigDecimal(number)));
        assertTrue(JsonText.same(new BigDecimal(number), new BigDecimal(expected)));
    }

    @Test
    void spellsEveryTypeOfNumberAlike() {
        for (Number five :
                List.<Number>of(5, 5L, (short) 5, (byte) 5, 5f, 5d, BigInteger.valueOf(5), new BigDecimal("5.0"))) {
            assertEquals("5", stored(five));
        }
        assertEquals("0.1", stored(0.1f));
        assertEquals("0.1", stored(0.1));
        assertEquals("9223372036854775807", stored(Long.MAX_VALUE));
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThrows(UnfitException.class, () -> stored(Double.NaN));
        assertThrows(UnfitException.class, () -> stored(Float.NEGATIVE_INFINITY));
        assertThrows(UnfitException.class, () -> stored(new BigDecimal("1E+5000")));
    }

    @Test
    void sortsKeysAndKeepsTheOrderOfLists() {
        assertEquals(
                "{\"a\":[2,1],\"b\":null}",
                stored(new java.util.HashMap<>(Map.of("b", Optional.empty(), "a", List.of(2, 1)))));
    }

    @Test
    void findsTheOrderOfListsNoChange() {
        assertTrue(JsonText.same(
                List.of(1, Map.of("k", List.of("x", "y"))), List.of(Map.of("k", List.of("y", "x")), 1)));
        assertFalse(JsonText.same(List.of(1, 1, 2), List.of(1, 2, 2)));
        assertFalse(JsonText.same(List.of("a,b"), List.of("a", "b")));
        assertFalse(JsonText.same(null, ""));
    }

    @Test
    void mendsWhatNoDatabaseTakes() {
        assertEquals("\"a\ufffdb\ufffdc\ud83d\ude00\"", stored("a\u0000b\ud800c\ud83d\ude00"));
        assertEquals("\"\\u000a\\u0009\\\"\\\\\u007f\"", stored("\n\t\"\\\u007f"));
        assertEquals("a\ufffdb\ufffd", Utf8.fit("a\u0000b\udc00"));
    }

    @Test
    void takesTimesAndRefusesObjects() {
        assertEquals("\"2026-01-01T00:00:00Z\"", stored(Instant.parse("2026-01-01T00:00:00Z")));
        assertThrows(UnfitException.class, () -> stored(new StringBuilder[0].getClass()));
    }

    @Test
    void refusesWhatLiesTooDeepOrHoldsItself() {
        List<Object> ring = new ArrayList<>();
        ring.add(ring);
        assertThrows(UnfitException.class, () -> stored(ring));
    }

    @Test
    void refusesWhatIsTooLarge() {
        JsonText small = JsonText.canonical(100);
        assertThrows(UnfitException.class, () -> small.value("x".repeat(101)));
    }
}
