package inventory.core.shell.ssh;

import inventory.core.shell.Completion;
import inventory.core.shell.LineInput;
import inventory.core.shell.ShellSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jline.terminal.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One channel of a connection: one command, or a dialogue at a terminal, or lines from a pipe. */
final class ShellChannel implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(ShellChannel.class);

    private final Access access;
    private final CommandProcessor gogo;
    private final Completion completion;
    private final Optional<String> command;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private volatile Runnable end = () -> {};

    /** @param command the only one; empty: what is typed or piped */
    ShellChannel(Access access, CommandProcessor gogo, Completion completion, Optional<String> command) {
        this.access = access;
        this.gogo = gogo;
        this.completion = completion;
        this.command = command;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        String user = channel.getSession().getUsername();
        Thread thread = new Thread(() -> exit.onExit(serve(user, environment)), "inventory-shell-" + user);
        thread.setDaemon(true);
        end = thread::interrupt;
        thread.start();
    }

    @Override
    public void destroy(ChannelSession channel) {
        end.run();
    }

    private int serve(String user, Environment environment) {
        try {
            return SshTerminal.isWanted(environment) ? atTerminal(user, environment) : atPipe(user);
        } catch (IOException | RuntimeException e) {
            LOG.debug("The session of {} broke off", user, e);
            return 1;
        }
    }

    private int atTerminal(String user, Environment environment) throws IOException {
        try (Terminal terminal = SshTerminal.open(environment, in, out)) {
            PrintStream output = print(terminal.output());
            try (ShellSession session =
                    new ShellSession(gogo, () -> access.find(user), terminal.input(), output, output)) {
                endWith(session);
                Dialogue dialogue = new Dialogue(terminal, session, completion);
                int status = command.map(session::run)
                        .orElseGet(() -> dialogue.untilLeft(user + "@inventory> ", access.file("history", user)));
                output.flush();
                terminal.flush();
                return status;
            }
        }
    }

    private int atPipe(String user) throws IOException {
        PrintStream output = print(out);
        PrintStream errors = print(err);
        try (ShellSession session = new ShellSession(gogo, () -> access.find(user), in, output, errors)) {
            endWith(session);
            return command.isPresent() ? session.run(command.get()) : lines(session);
        }
    }

    /** Stops at the first line that fails, so that a script does not go on as if nothing had happened. */
    private int lines(ShellSession session) throws IOException {
        int status = 0;
        for (Optional<String> line = LineInput.next(in); line.isPresent() && status == 0; line = LineInput.next(in)) {
            status = line.get().isBlank() ? 0 : session.run(line.get());
        }
        return status;
    }

    private void endWith(ShellSession session) {
        Runnable before = end;
        end = () -> {
            session.interrupt();
            before.run();
        };
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }
}
