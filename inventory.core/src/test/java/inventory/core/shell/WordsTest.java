package inventory.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void splitsAtSpaces() {
        assertEquals(List.of("a", "b=c", "d"), Words.of(" a  b=c\td "));
        assertEquals(List.of(), Words.of(" "));
    }

    @Test
    void mindsQuotesAndBackslashes() {
        assertEquals(List.of("a b", "it's", "", "x y"), Words.of("'a b' \"it's\" '' x\\ y"));
        assertEquals(List.of("a\\b", "a\"b"), Words.of("'a\\b' \"a\\\"b\""));
        assertEquals(List.of("name=a b"), Words.of("name='a b'"));
        assertThrows(IllegalArgumentException.class, () -> Words.of("\"a"));
    }
}
