package bndrun.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void hasDefaults() {
        assertEquals(new Settings(44926, 44922, Path.of("home")), Settings.of(List.of(), Map.of()));
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Map<String, String> environment =
                Map.of("INVENTORY_PORT", "1111", "INVENTORY_SSH_PORT", "2222", "INVENTORY_HOME", "");
        Settings settings = Settings.of(List.of("--port", "3333", "--home", "/srv/inventory"), environment);
        assertEquals(new Settings(3333, 2222, Path.of("/srv/inventory")), settings);
    }

    @Test
    void passesThePortToTheHttpService() {
        Settings settings = Settings.of(List.of("--port", "3333"), Map.of());
        assertEquals("3333", settings.properties().get("org.osgi.service.http.port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "", "99999999999"})
    void refusesWhatIsNoPort(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Settings.of(List.of("--port", text), Map.of()));
        assertEquals("--port must be a port from 1 to 65535, not " + text, refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour", "--port"})
    void refusesUnknownOptionsAndMissingValues(String option) {
        assertThrows(IllegalArgumentException.class, () -> Settings.of(List.of(option), Map.of()));
    }
}
