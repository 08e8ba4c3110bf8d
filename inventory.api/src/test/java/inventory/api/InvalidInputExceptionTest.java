package inventory.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class InvalidInputExceptionTest {
    @Test
    void itNamesFieldsInAFixedOrder() {
        InvalidInputException two = new InvalidInputException(
                Map.of("name", List.of("is missing"), "endpoint", List.of("is too long", "is no address")));
        assertEquals("{endpoint=[is too long, is no address], name=[is missing]}", two.getMessage());
        assertEquals(
                Map.of("name", List.of("is missing")),
                InvalidInputException.of("name", "is missing").errors());
    }

    @Test
    void aConflictMayNameTheRunThatIsInTheWay() {
        UUID run = UUID.fromString("00000000-0000-4000-8000-000000000001");
        assertEquals(Optional.of(run), new ConflictException("A run is active.", Optional.of(run)).collectionRun());
        assertEquals(Optional.empty(), new ConflictException("It is in use.").collectionRun());
    }
}
