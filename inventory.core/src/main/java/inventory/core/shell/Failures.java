package inventory.core.shell;

import inventory.api.InvalidInputException;
import inventory.api.InventoryException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong with one command, without a stack trace, and makes its exit status. */
record Failures(Call call, String command) {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Words that the command does not take. */
    int usage(ParameterException wrong) {
        call.complain(wrong.getMessage());
        if (wrong instanceof UnmatchedArgumentException unknown) {
            unknown.getSuggestions().forEach(known -> call.complain("Did you mean " + known + "?"));
        }
        call.complain("help " + command + " shows what it takes.");
        return Status.USAGE;
    }

    int failed(Exception failure) {
        if (failure instanceof InvalidInputException invalid) {
            new TreeMap<>(invalid.errors())
                    .forEach((field, reasons) -> reasons.forEach(reason ->
                            call.complain(InvalidInputException.WHOLE.equals(field) ? reason : field + ": " + reason)));
        } else if (failure instanceof InventoryException) {
            call.complain(failure.getMessage());
        } else if (failure instanceof InterruptedException) {
            return Status.INTERRUPTED;
        } else if (failure instanceof IOException) {
            call.complain("Broken off: " + failure.getMessage());
        } else {
            String id = UUID.randomUUID().toString();
            LOG.error("{} failed, id {}", command, id, failure);
            call.complain("The command failed by a defect; the log tells more about id " + id + ".");
        }
        return Status.FAILED;
    }

    PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
