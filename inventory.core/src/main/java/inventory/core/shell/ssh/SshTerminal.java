package inventory.core.shell.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.Signal;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/** Makes the terminal of a person at the other end. */
final class SshTerminal {
    /** What is no plain name is not looked up: that would run a program with it. */
    private static final Pattern TYPE = Pattern.compile("[A-Za-z][\\w.+-]{0,40}");

    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    private SshTerminal() {}

    /** @return whether the other end has asked for a terminal */
    static boolean isWanted(Environment environment) {
        return environment.getEnv().containsKey(Environment.ENV_TERM);
    }

    static Terminal open(Environment environment, InputStream in, OutputStream out) throws IOException {
        String type = environment.getEnv().get(Environment.ENV_TERM);
        Terminal terminal = new ExternalTerminal(
                null,
                "ssh",
                TYPE.matcher(type).matches() ? type : "dumb",
                in,
                out,
                StandardCharsets.UTF_8,
                Terminal.SignalHandler.SIG_IGN);
        terminal.setSize(size(environment.getEnv()));
        environment.addSignalListener(
                (channel, signal) -> {
                    terminal.setSize(size(environment.getEnv()));
                    terminal.raise(Terminal.Signal.WINCH);
                },
                Signal.WINCH);
        return terminal;
    }

    private static Size size(Map<String, String> variables) {
        return Size.of(
                number(variables.get(Environment.ENV_COLUMNS), USUAL_COLUMNS),
                number(variables.get(Environment.ENV_LINES), USUAL_ROWS));
    }

    private static int number(String text, int otherwise) {
        boolean positive = text != null && text.matches("[1-9]\\d{0,3}");
        return positive ? Integer.parseInt(text) : otherwise;
    }
}
