package provider.sample.estate;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.CONNECTED_TO;
import static inventory.api.taxonomy.RelationshipType.LOAD_BALANCES;
import static inventory.api.taxonomy.RelationshipType.RUNS_ON;

import inventory.api.taxonomy.RelationshipType;
import java.util.List;

/** What stands in the estate. It is laid out in racks of eleven: one host and what lives on it. */
public enum Kind {
    HYPERVISOR_HOST("hypervisor_host", "host", CONNECTED_TO),
    SUBNET("subnet", "net", CONNECTED_TO),
    VIRTUAL_MACHINE("virtual_machine", "vm", RUNS_ON),
    BLOCK_STORAGE("block_storage", "vol", ATTACHED_TO),
    RELATIONAL_DB("relational_db", "db", RUNS_ON),
    LOAD_BALANCER("load_balancer", "lb", LOAD_BALANCES);

    /**
     * Resources per rack. A prime that does not divide 100, so that what is altered or absent by a rule modulo 100 spreads over
     * all kinds, and so that any number of scopes that is no multiple of it has all kinds in each scope.
     */
    public static final int RACK = 11;

    private static final List<Kind> SLOTS = List.of(
            HYPERVISOR_HOST,
            SUBNET,
            VIRTUAL_MACHINE,
            VIRTUAL_MACHINE,
            VIRTUAL_MACHINE,
            VIRTUAL_MACHINE,
            VIRTUAL_MACHINE,
            BLOCK_STORAGE,
            BLOCK_STORAGE,
            RELATIONAL_DB,
            LOAD_BALANCER);

    /** How far before each slot its host lies: the host of the rack before, that of the rack, or a machine of the rack. */
    private static final List<Integer> STEPS_TO_HOST = List.of(RACK, 1, 2, 3, 4, 5, 6, 5, 5, 3, 5);

    private final String slug;
    private final String prefix;
    private final RelationshipType toHost;

    Kind(String slug, String prefix, RelationshipType toHost) {
        this.slug = slug;
        this.prefix = prefix;
        this.toHost = toHost;
    }

    /** The kind of this resource. */
    public static Kind of(int index) {
        return SLOTS.get(index % RACK);
    }

    /** The resource that carries this one; negative for the very first, which stands alone. */
    public static int hostOf(int index) {
        return index - STEPS_TO_HOST.get(index % RACK);
    }

    /** Its slug in the taxonomy. */
    public String slug() {
        return slug;
    }

    /** How names of this kind begin. */
    public String prefix() {
        return prefix;
    }

    /** How a resource of this kind stands to its host. */
    public RelationshipType toHost() {
        return toHost;
    }
}
