package inventory.core.shell.ssh;

import inventory.api.UnavailableException;
import inventory.api.identity.Caller;
import inventory.core.Home;
import inventory.core.identity.PasswordAuthentication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.auth.AsyncAuthException;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is let in: the users of the database, by password, or by a key in {@code etc/authorized_keys/USER} of the home folder. */
@Component(service = Access.class)
public final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Pattern FILE_NAME = Pattern.compile("[\\w@+-][\\w.@+-]*");

    private static final int HOST_KEY_BITS = 256;

    private final PasswordAuthentication authentication;
    private final Home home;

    @Activate
    public Access(@Reference PasswordAuthentication authentication, @Reference Home home) {
        this.authentication = authentication;
        this.home = home;
    }

    /** @return the key of this server, made at the first start */
    KeyPairProvider hostKey() {
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(home.resolve("keys/ssh_host_key"));
        key.setAlgorithm(KeyUtils.EC_ALGORITHM);
        key.setKeySize(HOST_KEY_BITS);
        return key;
    }

    /** @return the user with the rights of this moment; empty if there is none or it is not active */
    Optional<Caller> find(String username) {
        return authentication.find(username);
    }

    /**
     * Checks a password on another thread: a hash takes long, and the answer to a wrong one is delayed.
     *
     * @throws AsyncAuthException always: the answer comes later
     */
    boolean byPassword(String username, String password, Executor executor) throws AsyncAuthException {
        AsyncAuthException later = new AsyncAuthException();
        executor.execute(() -> later.setAuthed(isRight(username, password)));
        throw later;
    }

    boolean byKey(String username, PublicKey key, ServerSession session) {
        try {
            List<AuthorizedKeyEntry> entries = keys(username);
            return !entries.isEmpty()
                    && PublickeyAuthenticator.fromAuthorizedEntries(
                                    username, session, entries, PublicKeyEntryResolver.IGNORING)
                            .authenticate(username, key, session)
                    && find(username).isPresent();
        } catch (UnavailableException | IOException | GeneralSecurityException e) {
            LOG.warn("The keys of {} cannot be checked: {}", username, e.getMessage());
            return false;
        }
    }

    /** @return a file for this user in a folder of the home; empty if the name can be none of a file */
    Optional<Path> file(String folder, String username) {
        return FILE_NAME.matcher(username).matches()
                ? Optional.of(home.resolve(folder).resolve(username))
                : Optional.empty();
    }

    private boolean isRight(String username, String password) {
        try {
            return authentication.authenticate(username, password.toCharArray()).isPresent();
        } catch (UnavailableException e) {
            LOG.warn("The password of {} cannot be checked: {}", username, e.getMessage());
            return false;
        }
    }

    /** A key with options is left out: they forbid something, and we would not obey them. */
    private List<AuthorizedKeyEntry> keys(String username) throws IOException {
        Optional<Path> file = file("etc/authorized_keys", username).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return List.of();
        }
        return AuthorizedKeyEntry.readAuthorizedKeys(file.get()).stream()
                .filter(entry -> entry.getLoginOptions().isEmpty())
                .toList();
    }
}
