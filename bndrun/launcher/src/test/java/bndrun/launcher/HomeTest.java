package bndrun.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        Home home = new Home(folder.resolve("new/home"));
        home.open();
        for (String name : new String[] {"", "deploy", "etc", "db", "keys", "log"}) {
            Path made = folder.resolve("new/home").resolve(name);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)), name);
        }
        home.close();
    }

    @Test
    void refusesConfigurationThatIsNoObjectAndNamesTheFile() throws IOException {
        Home home = new Home(folder);
        home.open();
        Files.writeString(folder.resolve("etc/broken.json"), "[1]");
        IOException refusal = assertThrows(IOException.class, () -> home.properties("digest"));
        assertTrue(refusal.getMessage().endsWith("broken.json is not a JSON object"), refusal.getMessage());
        home.close();
    }
}
