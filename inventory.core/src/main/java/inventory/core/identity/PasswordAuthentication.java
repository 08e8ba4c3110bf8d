package inventory.core.identity;

import inventory.api.identity.Authentication;
import inventory.api.identity.Caller;
import inventory.core.store.people.LoginStore;
import inventory.core.store.people.LoginStore.Login;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks passwords against the users in the database. */
@Component(service = {Authentication.class, PasswordAuthentication.class})
public final class PasswordAuthentication implements Authentication {
    private final LoginStore logins;
    private final VerifiedLogins verified;
    private final FailedLogins failed = new FailedLogins();

    @Activate
    public PasswordAuthentication(@Reference LoginStore logins) {
        this(logins, Clock.systemUTC());
    }

    PasswordAuthentication(LoginStore logins, Clock clock) {
        this.logins = logins;
        this.verified = new VerifiedLogins(clock);
    }

    @Override
    public Optional<Caller> authenticate(String username, char[] password) {
        Optional<Caller> known = verified.find(username, password);
        return known.isPresent() ? known : check(username, password);
    }

    /** @return an active user with the rights of this moment; who asks has seen to it that it is really that user */
    public Optional<Caller> find(String username) {
        return logins.find(username).filter(Login::active).map(Login::caller);
    }

    /** Rights, passwords or users have changed: the next call of everybody is checked anew. */
    public void forgetAll() {
        verified.forgetAll();
    }

    private Optional<Caller> check(String username, char[] password) {
        Optional<Login> login = logins.find(username);
        boolean right =
                Passwords.matches(password, login.map(Login::passwordHash).orElse(Passwords.NOBODY));
        if (!right || login.isEmpty() || !login.get().active()) {
            failed.await(failed.count(username));
            return Optional.empty();
        }
        failed.forget(username);
        Caller caller = login.get().caller();
        verified.remember(caller, password);
        return Optional.of(caller);
    }
}
