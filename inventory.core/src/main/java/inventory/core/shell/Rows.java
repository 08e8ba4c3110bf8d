package inventory.core.shell;

import java.io.IOException;

/** Writes the rows of a list, one after the other. */
interface Rows {
    /** @param row a record of the API */
    void add(Object row) throws IOException;

    /** No row follows. */
    void end() throws IOException;
}
