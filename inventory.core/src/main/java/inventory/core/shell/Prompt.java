package inventory.core.shell;

import java.io.IOException;

/** Asks the one who typed a command for what must not stand on its line. */
@FunctionalInterface
public interface Prompt {
    /** Session variable that holds one which does not show what is typed. */
    String VARIABLE = "inventory.prompt";

    /**
     * @param question shown to a person
     * @return the answer; empty if there is none
     */
    String ask(String question) throws IOException;
}
