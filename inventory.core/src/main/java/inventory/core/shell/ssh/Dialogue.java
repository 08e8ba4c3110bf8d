package inventory.core.shell.ssh;

import inventory.core.shell.Completion;
import inventory.core.shell.ShellSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Reads lines from a person at a terminal until it leaves. */
final class Dialogue {
    private static final Set<String> LEAVING = Set.of("exit", "logout", "quit");
    private static final char INVISIBLE = '\0';

    private final Terminal terminal;
    private final ShellSession session;
    private final Completion completion;

    Dialogue(Terminal terminal, ShellSession session, Completion completion) {
        this.terminal = terminal;
        this.session = session;
        this.completion = completion;
        LineReader secrets = LineReaderBuilder.builder().terminal(terminal).build();
        session.promptBy(question -> secrets.readLine(question, INVISIBLE));
        terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
    }

    /** @return the exit status of the last command */
    int untilLeft(String prompt, Optional<Path> history) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("inventory")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .completer((reader, line, candidates) -> complete(line, candidates));
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        LineReader reader = builder.build();
        terminal.writer().println("Inventory. help lists the commands, Tab completes, Ctrl-D leaves.");
        int status = 0;
        while (true) {
            try {
                String line = reader.readLine(prompt).strip();
                if (LEAVING.contains(line)) {
                    return status;
                } else if (!line.isEmpty()) {
                    status = session.run(line);
                    terminal.flush();
                }
            } catch (UserInterruptException onlyTheLine) {
                status = 0;
            } catch (EndOfFileException left) {
                return status;
            }
        }
    }

    private void complete(ParsedLine line, List<Candidate> candidates) {
        List<String> words = line.words().subList(0, line.wordIndex() + 1);
        List<String> found = words.size() == 1
                ? session.commands()
                : session.caller()
                        .map(caller -> completion.candidates(caller, words))
                        .orElse(List.of());
        for (String value : found) {
            boolean wordGoesOn = value.endsWith("=") || value.endsWith(".");
            candidates.add(new Candidate(value, value, null, null, null, null, !wordGoesOn));
        }
    }
}
