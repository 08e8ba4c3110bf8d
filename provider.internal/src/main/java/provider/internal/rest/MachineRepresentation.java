package provider.internal.rest;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import provider.internal.machine.Fact;
import provider.internal.machine.Machine;

/** A machine as it is shown: an unknown text is empty, an unknown number 0. */
public record MachineRepresentation(
        String id,
        UUID provider,
        long version,
        String name,
        String description,
        String type,
        String cpuName,
        long cpuCount,
        long memoryMb,
        String privateIp,
        String privateMac,
        String privateReverse,
        String publicIp,
        String publicMac,
        String publicReverse,
        String datacenter,
        String availabilityZone,
        Map<String, String> tags,
        Instant created,
        Instant modified) {
    static MachineRepresentation of(Machine machine) {
        return new MachineRepresentation(
                machine.id(),
                machine.provider(),
                machine.version(),
                machine.get(Fact.NAME),
                machine.get(Fact.DESCRIPTION),
                machine.get(Fact.TYPE),
                machine.get(Fact.CPU_NAME),
                number(machine, Fact.CPU_COUNT),
                number(machine, Fact.MEMORY_MB),
                machine.get(Fact.PRIVATE_IP),
                machine.get(Fact.PRIVATE_MAC),
                machine.get(Fact.PRIVATE_REVERSE),
                machine.get(Fact.PUBLIC_IP),
                machine.get(Fact.PUBLIC_MAC),
                machine.get(Fact.PUBLIC_REVERSE),
                machine.get(Fact.DATACENTER),
                machine.get(Fact.AVAILABILITY_ZONE),
                new TreeMap<>(machine.tags()),
                machine.created(),
                machine.modified());
    }

    private static long number(Machine machine, Fact fact) {
        return Long.parseLong(machine.facts().getOrDefault(fact, "0"));
    }
}
