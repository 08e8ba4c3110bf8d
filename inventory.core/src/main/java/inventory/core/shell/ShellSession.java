package inventory.core.shell;

import inventory.api.UnavailableException;
import inventory.api.identity.Caller;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what one person types. Superusers have all of Gogo: pipes, variables, Felix's own commands. Gogo can reach every object of the
 * process, so the lines of all others are taken word by word, and only our own commands are found.
 */
public final class ShellSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShellSession.class);
    private static final String SCOPES = "inventory:plugin:*";
    private static final String ALL_COMMANDS = ".commands";

    private final CommandSession session;
    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<Optional<Caller>> identity;
    private Optional<Caller> caller = Optional.empty();

    /** @param identity asked before each line: the person with the rights of this moment; empty if not let in any more */
    public ShellSession(
            CommandProcessor gogo,
            Supplier<Optional<Caller>> identity,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.identity = identity;
        this.out = out;
        this.err = err;
        session = gogo.createSession(in, out, err);
        session.put("SCOPE", SCOPES);
        session.put(CommandSession.OPTION_NO_GLOB, true);
        lookUp();
    }

    /** From now on secrets are asked for by this. */
    public void promptBy(Prompt prompt) {
        session.put(Prompt.VARIABLE, prompt);
    }

    /** Runs one line to its end. What is wrong is said on the error stream. @return its exit status */
    public int run(String line) {
        lookUp();
        if (caller.isEmpty()) {
            return fail(Status.FAILED, "You are not let in any more.");
        }
        session.put(Call.CALLER, caller.get());
        try {
            return caller.get().superuser() ? execute(line) : executeLiterally(line);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Ends what runs now. */
    public void interrupt() {
        Job job = session.foregroundJob();
        if (job != null) {
            job.interrupt();
        }
    }

    /** @return who types, with the rights of the last line; empty if not let in any more */
    public Optional<Caller> caller() {
        return caller;
    }

    /** @return what the first word of a line can be */
    public List<String> commands() {
        boolean everything = caller.isPresent() && caller.get().superuser();
        return everything && session.get(ALL_COMMANDS) instanceof Collection<?> names
                ? names.stream().map(Object::toString).toList()
                : HelpCommands.all().map(command -> command.getCommandName()).toList();
    }

    @Override
    public void close() {
        session.close();
    }

    private void lookUp() {
        try {
            caller = identity.get();
        } catch (UnavailableException storeAway) {
            LOG.debug("The rights are those of before", storeAway);
        }
    }

    private int execute(String program) {
        try {
            Object result = session.execute(program);
            if (result != null) {
                out.println(session.format(result, Converter.INSPECT));
            }
            return Status.OK;
        } catch (CommandException said) {
            return said.status();
        } catch (CommandNotFoundException unknown) {
            return fail(Status.UNKNOWN, unknown.getMessage() + "; help lists the commands.");
        } catch (InterruptedException interrupted) {
            return Status.INTERRUPTED;
        } catch (Exception | LinkageError e) {
            LOG.debug("A command failed", e);
            return fail(Status.FAILED, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** Calls one of our commands. The words are put into variables, so that Gogo does not read them. */
    private int executeLiterally(String line) {
        List<String> words;
        try {
            words = Words.of(line);
        } catch (IllegalArgumentException unclear) {
            return fail(Status.USAGE, unclear.getMessage());
        }
        if (words.isEmpty()) {
            return Status.OK;
        }
        Optional<String> command = HelpCommands.scoped(words.get(0));
        if (command.isEmpty()) {
            return fail(Status.UNKNOWN, "Command not found: " + words.get(0) + "; help lists the commands.");
        }
        StringBuilder program = new StringBuilder(command.get());
        for (int i = 1; i < words.size(); i++) {
            session.put("word" + i, words.get(i));
            program.append(" $word").append(i);
        }
        return execute(program.toString());
    }

    private int fail(int status, String message) {
        err.println(Text.lines(message));
        return status;
    }
}
