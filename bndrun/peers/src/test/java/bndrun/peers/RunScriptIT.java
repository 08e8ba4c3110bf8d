package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./run} says when it does not run. */
class RunScriptIT {

    @TempDir
    Path home;

    @Test
    void explainsEveryOption() throws Exception {
        Answer answer = run("--help");
        assertEquals(0, answer.status());
        for (String option : List.of("--port", "--ssh-port", "--home", "--demo", "--build", "--help")) {
            assertTrue(answer.text().contains(option), option);
        }
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() throws Exception {
        Answer answer = run("--colour");
        assertEquals(1, answer.status());
        assertTrue(answer.text().contains("unknown option --colour"), answer.text());
    }

    @Test
    void namesThePortThatIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = run("--port", Integer.toString(taken.getLocalPort()), "--home", home.toString());
            assertEquals(1, answer.status());
            assertTrue(answer.text().contains("port " + taken.getLocalPort() + " is in use"), answer.text());
        }
    }

    private record Answer(int status, String text) {}

    private static Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("root") + "/run"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
