package inventory.api.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    @Test
    void whatIsAbsentIsUsual() {
        Parameters none = new Parameters(Map.of());
        assertEquals(1, none.page());
        assertEquals(25, none.pageSize());
        assertFalse(none.flag("preview"));
        assertEquals(Optional.empty(), none.first("tag"));
    }

    @ParameterizedTest
    @CsvSource({"page, 0", "page, x", "page_size, 1001", "page_size, -1", "page_size, 99999999999", "preview, yes"})
    void whatIsNoneIsRefusedByItsName(String name, String value) {
        Parameters wrong = new Parameters(Map.of(name, List.of(value)));
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> {
            wrong.page();
            wrong.pageSize();
            wrong.flag("preview");
        });
        assertEquals(List.of(name), List.copyOf(refused.errors().keySet()));
    }

    @Test
    void whatIsUnknownIsRefusedWithWhatIsKnown() {
        Parameters typed = new Parameters(Map.of("pages", List.of("1")));
        assertEquals(
                Map.of("pages", List.of("Unknown parameter. Known: page, page_size.")),
                assertThrows(InvalidInputException.class, () -> typed.only(List.of("page", "page_size")))
                        .errors());
        assertThrows(InvalidInputException.class, () -> Parameters.uuid("provider", "7"));
    }

    @Test
    void aPageKnowsWhetherAnotherFollows() {
        Parameters second = new Parameters(Map.of("page", List.of("2"), "page_size", List.of("2")));
        assertTrue(second.page(List.of("c", "d"), 5).hasNext());
        assertFalse(second.page(List.of("c", "d"), 4).hasNext());
        assertThrows(NotFoundException.class, () -> second.page(List.of(), 2));
        assertEquals(0, new Parameters(Map.of()).page(List.of(), 0).count());
    }
}
