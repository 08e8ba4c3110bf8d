package inventory.core.admin;

import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.admin.Tags;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.Listings;
import inventory.api.resource.Tag;
import inventory.core.store.TakenException;
import inventory.core.store.people.PeopleStore;
import inventory.core.store.tag.TagStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tags of the organizations. */
@Component
public final class StoredTags implements Tags {
    /** Resources of one call. */
    private static final int MOST_RESOURCES = 10_000;

    private final TagStore store;
    private final PeopleStore people;
    private final Inventory inventory;

    @Activate
    public StoredTags(@Reference TagStore store, @Reference PeopleStore people, @Reference Inventory inventory) {
        this.store = store;
        this.people = people;
        this.inventory = inventory;
    }

    @Override
    public Tag create(
            Caller caller,
            Optional<Long> organization,
            Optional<String> namespace,
            Optional<String> key,
            Optional<String> value) {
        Violations violations = new Violations();
        violations.text("key", key, 256, true);
        violations.optionalText("namespace", namespace.orElse(""), 128);
        violations.optionalText("value", value.orElse(""), 1024);
        violations.organization(caller, organization, people);
        violations.raise();
        long owner = organization.orElseThrow();
        try {
            UUID id = store.insert(owner, namespace.orElse(""), key.orElseThrow(), value.orElse(""));
            return inventory.get(caller, Listings.TAGS, id.toString());
        } catch (TakenException e) {
            throw InvalidInputException.of(InvalidInputException.WHOLE, "The organization has this tag already.");
        }
    }

    @Override
    public void delete(Caller caller, String id) {
        store.delete(writable(caller, id).id());
    }

    @Override
    public void assign(Caller caller, String id, List<UUID> resources) {
        Tag tag = writable(caller, id);
        checkCount(resources);
        List<UUID> strangers = store.notOf(tag.organization(), resources);
        if (!strangers.isEmpty()) {
            throw InvalidInputException.of(
                    "resources",
                    "Organization " + tag.organization() + " has no resource "
                            + strangers.stream().limit(5).map(UUID::toString).toList()
                            + (strangers.size() > 5 ? " and " + (strangers.size() - 5) + " more." : "."));
        }
        store.assign(tag.id(), resources);
    }

    @Override
    public void unassign(Caller caller, String id, List<UUID> resources) {
        Tag tag = writable(caller, id);
        checkCount(resources);
        store.unassign(tag.id(), resources);
    }

    private static void checkCount(List<UUID> resources) {
        if (resources.isEmpty() || resources.size() > MOST_RESOURCES) {
            throw InvalidInputException.of("resources", "1 to " + MOST_RESOURCES + " ids in one call.");
        }
    }

    private Tag writable(Caller caller, String id) {
        Tag tag = inventory.get(caller, Listings.TAGS, id);
        if (!caller.writes(tag.organization())) {
            throw new ForbiddenException("Only admins of organization " + tag.organization() + " may do this.");
        }
        return tag;
    }
}
