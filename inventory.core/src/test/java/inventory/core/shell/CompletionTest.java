package inventory.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.UnavailableException;
import inventory.api.query.Listings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private final ShellWorld world = new ShellWorld();
    private final Completion completion = new Completion(world.services);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void knowsOptionsAndTheirValues() {
        assertEquals(List.of("--confirm-removals", "--help", "--output", "--type", "--wait"), sorted("collect", "--w"));
        assertEquals(List.of("table", "json", "yaml"), candidates("inventory:providers", "-o", ""));
        world.inventory.add(Listings.TYPES, Samples.TYPE);
        assertEquals(List.of("virtual_machine"), candidates("collect", "lab", "-t", ""));
    }

    @Test
    void knowsWhatIsThere() {
        world.inventory.add(Listings.PROVIDERS, Samples.PROVIDER);
        assertEquals(List.of("lab"), candidates("collect", "-w", "l"));
        assertEquals(List.of("aws:aws"), candidates("plugin:info", ""));
        assertEquals(List.of("aws:aws"), candidates("provider-add", "lab", ""));
        assertEquals(List.of("regions=", "verify=", "port="), candidates("provider-add", "lab", "aws:aws", ""));
        assertEquals(List.of(), candidates("provider-add", "lab", "no:such", ""));
    }

    @Test
    void knowsFilters() {
        List<String> filters = candidates("resources", "state=running", "");
        assertTrue(
                filters.containsAll(List.of("name=", "state=running", "tags.", "seen_count_min=")), filters.toString());
        assertTrue(candidates("runs", "-r", "").containsAll(List.of("started_at", "-started_at")));
    }

    @Test
    void saysNothingWhereItKnowsNothing() {
        assertEquals(List.of(), candidates("lb", ""));
        world.inventory.failure = Optional.of(new UnavailableException("away", null));
        assertEquals(List.of(), candidates("collect", ""));
    }

    private List<String> candidates(String... words) {
        return completion.candidates(ShellWorld.ADMIN, List.of(words));
    }

    private List<String> sorted(String... words) {
        return candidates(words).stream().sorted().toList();
    }
}
