package inventory.api.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.StaleVersionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "\"7\"", "W/\"7\""})
    void theNewestMayBeChanged(String ifMatch) {
        SeenVersion.ofIfMatch(ifMatch).requireNewest("The machine", 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "", "\"7\", \"8\"", "\"99999999999999999999\""})
    void anyOtherIsRefused(String ifMatch) {
        SeenVersion seen = SeenVersion.ofIfMatch(ifMatch);
        StaleVersionException stale =
                assertThrows(StaleVersionException.class, () -> seen.requireNewest("The machine", 7));
        assertEquals("The machine was changed meanwhile, it is version 7 now. Read it again.", stale.getMessage());
    }

    @Test
    void withoutOneAnyIsChanged() {
        SeenVersion.ANY.requireNewest("The machine", 7);
    }
}
