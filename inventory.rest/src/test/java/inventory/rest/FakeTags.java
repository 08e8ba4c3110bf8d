package inventory.rest;

import inventory.api.admin.Tags;
import inventory.api.identity.Caller;
import inventory.api.resource.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notes writes down and answers with the sample tag. */
final class FakeTags implements Tags {
    private final FakeCore core;

    FakeTags(FakeCore core) {
        this.core = core;
    }

    @Override
    public Tag create(
            Caller caller,
            Optional<Long> organization,
            Optional<String> namespace,
            Optional<String> key,
            Optional<String> value) {
        core.write("create tag", organization, namespace, key, value);
        return Samples.TAG;
    }

    @Override
    public void delete(Caller caller, String id) {
        core.write("delete tag", id);
    }

    @Override
    public void assign(Caller caller, String id, List<UUID> resources) {
        core.write("assign", id, resources);
    }

    @Override
    public void unassign(Caller caller, String id, List<UUID> resources) {
        core.write("unassign", id, resources);
    }
}
