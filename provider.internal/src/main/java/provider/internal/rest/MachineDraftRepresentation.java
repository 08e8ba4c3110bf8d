package provider.internal.rest;

import inventory.api.InvalidInputException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;

/**
 * What a machine shall be. Id, version and times may come back as they were shown; they are not looked at.
 *
 * @param provider of a machine that is there, it cannot be changed
 */
public record MachineDraftRepresentation(
        Optional<String> id,
        Optional<UUID> provider,
        Optional<Long> version,
        Optional<String> name,
        Optional<String> description,
        Optional<String> type,
        Optional<String> cpuName,
        Optional<Long> cpuCount,
        Optional<Long> memoryMb,
        Optional<String> privateIp,
        Optional<String> privateMac,
        Optional<String> privateReverse,
        Optional<String> publicIp,
        Optional<String> publicMac,
        Optional<String> publicReverse,
        Optional<String> datacenter,
        Optional<String> availabilityZone,
        Optional<Map<String, Object>> tags,
        Optional<String> created,
        Optional<String> modified) {
    Change toChange() {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        name.ifPresent(value -> facts.put(Fact.NAME, value));
        description.ifPresent(value -> facts.put(Fact.DESCRIPTION, value));
        type.ifPresent(value -> facts.put(Fact.TYPE, value));
        cpuName.ifPresent(value -> facts.put(Fact.CPU_NAME, value));
        cpuCount.ifPresent(value -> facts.put(Fact.CPU_COUNT, value.toString()));
        memoryMb.ifPresent(value -> facts.put(Fact.MEMORY_MB, value.toString()));
        privateIp.ifPresent(value -> facts.put(Fact.PRIVATE_IP, value));
        privateMac.ifPresent(value -> facts.put(Fact.PRIVATE_MAC, value));
        privateReverse.ifPresent(value -> facts.put(Fact.PRIVATE_REVERSE, value));
        publicIp.ifPresent(value -> facts.put(Fact.PUBLIC_IP, value));
        publicMac.ifPresent(value -> facts.put(Fact.PUBLIC_MAC, value));
        publicReverse.ifPresent(value -> facts.put(Fact.PUBLIC_REVERSE, value));
        datacenter.ifPresent(value -> facts.put(Fact.DATACENTER, value));
        availabilityZone.ifPresent(value -> facts.put(Fact.AVAILABILITY_ZONE, value));
        return new Change(facts, tags.map(MachineDraftRepresentation::texts));
    }

    /** @throws InvalidInputException a value is no text */
    static Map<String, String> texts(Map<?, ?> tags) {
        Map<String, String> texts = new LinkedHashMap<>();
        tags.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw InvalidInputException.of("tags", "The value of " + key + " is no text.");
            }
            texts.put((String) key, text);
        });
        return texts;
    }
}
