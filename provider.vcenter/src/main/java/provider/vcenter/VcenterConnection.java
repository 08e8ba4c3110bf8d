package provider.vcenter;

import com.vmware.vim25.ManagedObjectReference;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.ResourceActions;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import provider.vcenter.client.Selection;
import provider.vcenter.client.VimClient;
import provider.vcenter.map.Origin;
import provider.vcenter.map.Tree;
import provider.vcenter.map.VimObject;

/**
 * One vCenter for one run. A scope is {@code instance/type}, or {@code instance/datacenter/type} when the record names a datacenter: what
 * was read without that name lies in other scopes, and cannot be taken as gone.
 */
final class VcenterConnection implements ProviderConnection, ConnectionTest, ResourceActions {
    private final VimClient vim;
    private final ProviderContext context;
    private final Optional<String> wanted;
    private final Origin origin;

    private VcenterConnection(VimClient vim, ProviderContext context, Optional<String> wanted, Origin origin) {
        this.vim = vim;
        this.context = context;
        this.wanted = wanted;
        this.origin = origin;
    }

    static VcenterConnection open(VcenterSettings settings, ProviderContext context)
            throws ProviderException, InterruptedException {
        VimClient vim = VimClient.open(settings.access(), context);
        boolean opened = false;
        try {
            Origin origin = new Origin(instance(vim), tree(vim));
            opened = true;
            return new VcenterConnection(vim, context, settings.datacenter(), origin);
        } finally {
            if (!opened) {
                vim.close();
            }
        }
    }

    private static Tree tree(VimClient vim) throws ProviderException, InterruptedException {
        Tree tree = new Tree();
        vim.list(
                vim.rootFolder(),
                new Selection(Tree.TYPES, "ManagedEntity", List.of("name", "parent")),
                content -> tree.add(new VimObject(content)));
        return tree;
    }

    /** A host without a vCenter has no uuid of its service: that of its hardware stands in. */
    private static String instance(VimClient vim) throws ProviderException, InterruptedException {
        String uuid = vim.about().getInstanceUuid();
        if (uuid != null && !uuid.isBlank()) {
            return uuid;
        }
        List<String> found = new ArrayList<>();
        vim.list(
                vim.rootFolder(),
                Selection.of("HostSystem", List.of(Origin.HOST_UUID)),
                content -> found.add(Origin.hostUuid(new VimObject(content))));
        return found.isEmpty() ? "" : found.get(0);
    }

    @Override
    public List<Scope> scopes() {
        List<String> slugs = Arrays.stream(ResourceKind.values())
                .map(ResourceKind::slug)
                .filter(slug ->
                        context.targetTypes().isEmpty() || context.targetTypes().contains(slug))
                .toList();
        if (wanted.isEmpty()) {
            return slugs.stream().map(slug -> scope("", slug)).toList();
        }
        List<Tree.Datacenter> chosen = chosen();
        if (chosen.isEmpty()) {
            return List.of(Scope.of(origin.instance() + "/" + wanted.get(), slugs.toArray(new String[0])));
        }
        List<Scope> scopes = new ArrayList<>();
        for (Tree.Datacenter datacenter : chosen) {
            slugs.forEach(slug -> scopes.add(scope(datacenter.id() + "/", slug)));
        }
        return scopes;
    }

    private Scope scope(String datacenter, String slug) {
        return Scope.of(origin.instance() + "/" + datacenter + slug, slug);
    }

    /** In different folders there may be several of one name. */
    private List<Tree.Datacenter> chosen() {
        return origin.tree().datacenters().stream()
                .filter(one -> wanted.isEmpty() || one.name().equals(wanted.get()))
                .toList();
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        if (chosen().isEmpty() && wanted.isPresent()) {
            throw unknownDatacenter();
        }
        String[] parts = scope.id().split("/", -1);
        ResourceKind kind = ResourceKind.of(parts[parts.length - 1]);
        ManagedObjectReference container = wanted.isEmpty() ? vim.rootFolder() : datacenter(parts[1]);
        context.progress(
                "Reading " + kind.slug() + wanted.map(name -> " in " + name).orElse(""));
        kind.read(new Reading(vim, container, origin, sink));
    }

    private static ManagedObjectReference datacenter(String id) {
        ManagedObjectReference reference = new ManagedObjectReference();
        reference.setType("Datacenter");
        reference.setVal(id);
        return reference;
    }

    private ProviderException unknownDatacenter() {
        String known = origin.tree().datacenters().stream()
                .map(Tree.Datacenter::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return VcenterSettings.invalid(
                "datacenter",
                "there is no '" + wanted.orElse("") + "' that this user can see; there is "
                        + (known.isEmpty() ? "none" : known));
    }

    @Override
    public String test() throws ProviderException {
        List<Tree.Datacenter> chosen = chosen();
        if (chosen.isEmpty() && wanted.isPresent()) {
            throw unknownDatacenter();
        }
        String user = context.credential().username();
        if (chosen.isEmpty()) {
            throw new ProviderException(
                    FailureKind.PERMISSION,
                    user
                            + " sees no datacenter: give this user the role Read-only at the root of the vCenter, propagated"
                            + " to its children; or there is none yet.");
        }
        return "Connected to %s as %s; can read %s."
                .formatted(
                        vim.about().getFullName(),
                        user,
                        chosen.stream().map(Tree.Datacenter::name).sorted().collect(Collectors.joining(", ")));
    }

    @Override
    public ActionResult perform(ActionRequest request, ActionProgress progress)
            throws ProviderException, InterruptedException {
        return new VcenterActions(vim, progress).perform(request);
    }

    @Override
    public void close() {
        vim.close();
    }
}
