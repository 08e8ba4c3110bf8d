package inventory.core.shell;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Follows something to its end. For a person one line is written over, for a file a line is added when something changed.
 *
 * @param look how it stands now
 * @param ended whether that is the end
 * @param line what is shown of it
 * @param goesOn said when the wait is broken off
 */
record Watch<T>(
        Call call, UnaryOperator<T> look, Predicate<T> ended, Function<T, String> line, Function<T, String> goesOn) {
    private static final long PAUSE_MS = 250;
    private static final int LINE = 78;

    T untilEnd(T accepted) throws InterruptedException {
        T state = accepted;
        String shown = "";
        try {
            while (!ended.test(state)) {
                Thread.sleep(PAUSE_MS);
                state = look.apply(accepted);
                String text = Text.line(line.apply(state));
                String next = text.length() > LINE ? text.substring(0, LINE - 1) + "…" : text;
                if (!next.equals(shown)) {
                    show(next);
                    shown = next;
                }
            }
        } catch (InterruptedException e) {
            call.complain("\n" + goesOn.apply(state));
            throw e;
        } finally {
            if (call.terminal()) {
                call.err().println();
            }
        }
        return state;
    }

    private void show(String text) {
        if (call.terminal()) {
            call.err().printf("\r%-" + LINE + "s", text);
        } else {
            call.err().println(text);
        }
        call.err().flush();
    }
}
