package inventory.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Cursor CURSOR = new Cursor(20_000, List.of("größe & 'x' %41 + 💩", "", "3"));

    @Test
    void comesBackAsItWent() {
        assertEquals(Optional.of(CURSOR), Cursor.read("resources", 3, CURSOR.write("resources")));
    }

    @Test
    void isForItsListingOnly() {
        assertEquals(Optional.empty(), Cursor.read("providers", 3, CURSOR.write("resources")));
        assertEquals(Optional.empty(), Cursor.read("resources", 2, CURSOR.write("resources")));
    }

    @Test
    void anyChangedCharacterIsNoticed() {
        String text = CURSOR.write("resources");
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertNotEquals(Optional.of(CURSOR), Cursor.read("resources", 3, changed));
        }
        assertEquals(Optional.empty(), Cursor.read("resources", 3, text.substring(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "💩", "====", "AAAA", "' OR 1=1", "MCY", "JiYmJg"})
    void whatIsNoneIsNotRead(String text) {
        assertEquals(Optional.empty(), Cursor.read("resources", 3, text));
    }
}
