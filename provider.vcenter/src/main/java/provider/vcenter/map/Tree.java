package provider.vcenter.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that holds other things, or is referred to by name: what it is called and what holds it. */
public final class Tree {
    /** What a tree is made of. */
    public static final List<String> TYPES = List.of(
            "Datacenter",
            "Folder",
            "ComputeResource",
            "HostSystem",
            "ResourcePool",
            "Datastore",
            "Network",
            "DistributedVirtualSwitch");

    private static final Set<String> COMPUTE = Set.of("ComputeResource", "ClusterComputeResource");
    private static final int DEEPEST = 100;
    private final Map<String, Node> nodes = new HashMap<>();

    private record Node(String type, String name, String parent) {}

    /** A datacenter, by its id and name. */
    public record Datacenter(String id, String name) {}

    public void add(VimObject one) {
        String name = one.name();
        nodes.put(one.id(), new Node(one.type(), name == null ? one.id() : name, one.id("parent")));
    }

    public List<Datacenter> datacenters() {
        List<Datacenter> found = new ArrayList<>();
        nodes.forEach((id, node) -> {
            if (node.type().equals("Datacenter")) {
                found.add(new Datacenter(id, node.name()));
            }
        });
        return found;
    }

    /** Null for an unknown one, as for null. */
    String name(String id) {
        Node node = nodes.get(id);
        return node == null ? null : node.name();
    }

    String parent(String id) {
        Node node = nodes.get(id);
        return node == null ? null : node.parent();
    }

    boolean isCluster(String id) {
        return is(id, Set.of("ClusterComputeResource"));
    }

    /** Each cluster and each host outside of one has a pool that holds all others; people never made it nor see it. */
    boolean isRootPool(String id) {
        return is(id, Set.of("ResourcePool")) && is(parent(id), COMPUTE);
    }

    /** Name of the datacenter that holds what has this parent; empty if none is known. */
    String datacenter(String parent) {
        String at = parent;
        for (int steps = 0; at != null && steps < DEEPEST; steps++) {
            if (is(at, Set.of("Datacenter"))) {
                return name(at);
            }
            at = parent(at);
        }
        return "";
    }

    /** Path of the folders between the one that each datacenter has of itself and what has this parent; empty if there is none. */
    String folder(String parent) {
        List<String> names = new ArrayList<>();
        String at = parent;
        while (is(at, Set.of("Folder")) && is(parent(at), Set.of("Folder")) && names.size() < DEEPEST) {
            names.add(name(at));
            at = parent(at);
        }
        Collections.reverse(names);
        return String.join("/", names);
    }

    private boolean is(String id, Set<String> types) {
        Node node = id == null ? null : nodes.get(id);
        return node != null && types.contains(node.type());
    }
}
