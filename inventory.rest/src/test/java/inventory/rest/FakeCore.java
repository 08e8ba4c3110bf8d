package inventory.rest;

import inventory.api.UnavailableException;
import inventory.api.identity.Authentication;
import inventory.api.identity.Caller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A core in memory: what tests put in can be read, what is written is noted down. */
final class FakeCore {
    static final Caller ADMIN = new Caller(1, RestServer.USER, true, false, Set.of(), Set.of());

    final FakeInventory inventory = new FakeInventory(this);
    final FakeProviders providers = new FakeProviders(this);
    final FakePlugins plugins = new FakePlugins();
    final FakePeople people = new FakePeople(this);
    final FakeTags tags = new FakeTags(this);
    final FakeActions actions = new FakeActions(this);

    /** Calls that write, such as {@code cancel 17}. */
    final List<String> written = new ArrayList<>();

    /** Whom the right password lets in. */
    Caller user = ADMIN;

    /** Thrown by the next calls; null: all is well. */
    RuntimeException failure;

    Core core() {
        return new Core(new OneUser(), inventory, providers, plugins, people, tags, actions);
    }

    void storeIsDown() {
        failure = new UnavailableException("The database cannot be reached.", new IllegalStateException("refused"));
    }

    void check() {
        if (failure != null) {
            throw failure;
        }
    }

    void write(Object... words) {
        check();
        written.add(String.join(" ", Arrays.stream(words).map(String::valueOf).toList()));
    }

    private final class OneUser implements Authentication {
        @Override
        public Optional<Caller> authenticate(String username, char[] password) {
            check();
            boolean right = username.equals(RestServer.USER) && RestServer.PASSWORD.equals(new String(password));
            return right ? Optional.of(user) : Optional.empty();
        }
    }
}
