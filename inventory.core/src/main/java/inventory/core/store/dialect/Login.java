package inventory.core.store.dialect;

import java.time.Duration;

/**
 * How one database is reached.
 *
 * @param url JDBC address
 * @param user empty: the database's own default
 * @param connectWithin longest wait for a connection
 * @param answerWithin longest wait for the answer to one statement over a network; zero waits for ever
 */
public record Login(String url, String user, String password, Duration connectWithin, Duration answerWithin) {
    /** Without the password and without parameters, which may hold one. */
    @Override
    public String toString() {
        return url.replaceFirst("[?;].*", "");
    }
}
