package inventory.core.shell;

import inventory.api.identity.Caller;
import java.io.InputStream;
import java.io.PrintStream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;

/**
 * One call of a command: who called, and the streams.
 *
 * @param prompt asks for secrets
 * @param terminal whether a person watches, so that a line may be written over
 */
record Call(Caller caller, InputStream in, PrintStream out, PrintStream err, Prompt prompt, boolean terminal) {
    /** Session variable that holds the {@link Caller}. */
    static final String CALLER = "inventory.caller";

    /** @throws CommandException the session has no identity */
    static Call of(CommandSession session) throws CommandException {
        Process process = Process.Utils.current();
        if (!(session.get(CALLER) instanceof Caller caller)) {
            process.err().println("This session belongs to nobody; come in through SSH.");
            throw new CommandException(Status.FAILED);
        }
        boolean terminal = session.get(Prompt.VARIABLE) instanceof Prompt;
        Prompt prompt = terminal
                ? (Prompt) session.get(Prompt.VARIABLE)
                : question -> LineInput.next(process.in()).orElse("");
        return new Call(caller, process.in(), process.out(), process.err(), prompt, terminal);
    }

    /** What is wrong, for a person. */
    void complain(String message) {
        err.println(Text.lines(message));
        err.flush();
    }
}
