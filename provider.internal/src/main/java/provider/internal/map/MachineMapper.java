package provider.internal.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;

/** A machine as a resource. Nobody measures whether it runs: it is there for use, hence active. */
public final class MachineMapper {
    private static final Map<String, String> TYPE =
            Map.of("vm", "virtual_machine", "container", "container", "baremetal", "bare_metal");

    /** Slugs of the types that machines become. */
    public static final Set<String> TYPES = Set.copyOf(TYPE.values());

    private MachineMapper() {}

    public static ResourceData map(Machine machine) {
        ResourceData.Builder resource = ResourceData.of(machine.id(), TYPE.get(machine.get(Fact.TYPE)))
                .name(machine.get(Fact.NAME))
                .description(machine.get(Fact.DESCRIPTION))
                .vendorType(machine.get(Fact.TYPE))
                .state(ResourceState.ACTIVE)
                .region(machine.get(Fact.DATACENTER))
                .availabilityZone(machine.tags().get("AZ"))
                .ipAddresses(known(machine, Fact.PRIVATE_IP, Fact.PUBLIC_IP).toList())
                .macAddresses(known(machine, Fact.PRIVATE_MAC, Fact.PUBLIC_MAC).toList())
                .providerTags(machine.tags())
                .emsCreatedOn(machine.created());
        known(machine, Fact.PUBLIC_REVERSE, Fact.PRIVATE_REVERSE).findFirst().ifPresent(resource::fqdn);
        known(machine, Fact.PRIVATE_IP, Fact.PUBLIC_IP, Fact.PRIVATE_REVERSE, Fact.PUBLIC_REVERSE)
                .findFirst()
                .ifPresent(resource::ansibleHost);
        known(machine, Fact.CPU_COUNT).map(Integer::valueOf).forEach(resource::cpuCount);
        known(machine, Fact.MEMORY_MB).map(Long::valueOf).forEach(resource::memoryMb);
        for (Fact fact : List.of(Fact.CPU_NAME, Fact.PRIVATE_REVERSE, Fact.PUBLIC_REVERSE)) {
            known(machine, fact).forEach(value -> resource.property(fact.key(), value));
        }
        return resource.build();
    }

    private static Stream<String> known(Machine machine, Fact... facts) {
        return Stream.of(facts).map(machine::get).filter(value -> !value.isEmpty());
    }
}
