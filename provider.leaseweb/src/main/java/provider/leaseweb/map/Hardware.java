package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a server is made of, by its {@code specs}. */
final class Hardware {
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final Map<String, BigDecimal> BYTES_OF_A_DISK =
            Map.of("MB", BigDecimal.TEN.pow(6), "GB", BigDecimal.TEN.pow(9), "TB", BigDecimal.TEN.pow(12));
    private static final Map<String, Long> MIB_OF_MEMORY = Map.of("MB", 1L, "GB", 1L << 10, "TB", 1L << 20);

    private Hardware() {}

    static void describe(ResourceData.Builder server, JsonNode specs) {
        JsonNode cpu = specs.path("cpu");
        server.flavor(Texts.text(specs.path("chassis")))
                .memoryMb(memory(specs.path("ram")))
                .diskGb(disks(specs.path("hdd")).orElse(null))
                .property("brand", Texts.text(specs.path("brand")))
                .property("cpu_model", Texts.text(cpu.path("type")))
                .property("cpu_sockets", Texts.whole(cpu.path("quantity")))
                .property("hardware_raid", Texts.flag(specs.path("hardwareRaidCapable")));
        List<Map<String, Object>> disks = new ArrayList<>();
        specs.path("hdd").forEach(disk -> disks.add(disk(disk)));
        if (!disks.isEmpty()) {
            server.property("disks", disks);
        }
        List<String> cards = new ArrayList<>();
        specs.path("pciCards")
                .forEach(card -> Optional.ofNullable(Texts.text(card.path("description")))
                        .ifPresent(cards::add));
        if (!cards.isEmpty()) {
            server.property("pci_cards", cards);
        }
    }

    private static Long memory(JsonNode ram) {
        Long size = Texts.whole(ram.path("size"));
        Long unit = MIB_OF_MEMORY.get(unit(ram));
        return size == null || unit == null ? null : size * unit;
    }

    /** All disks together, in GiB; nothing if the size of one is not known. */
    private static Optional<Long> disks(JsonNode disks) {
        BigDecimal bytes = BigDecimal.ZERO;
        for (JsonNode disk : disks) {
            BigDecimal unit = BYTES_OF_A_DISK.get(unit(disk));
            if (unit == null
                    || !disk.path("size").isNumber()
                    || !disk.path("amount").isNumber()) {
                return Optional.empty();
            }
            bytes = bytes.add(disk.path("size")
                    .decimalValue()
                    .multiply(disk.path("amount").decimalValue())
                    .multiply(unit));
        }
        return bytes.signum() == 0
                ? Optional.empty()
                : Optional.of(bytes.divide(GIB, 0, RoundingMode.DOWN).longValue());
    }

    private static String unit(JsonNode sized) {
        return sized.path("unit").asText().toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> disk(JsonNode disk) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "id", Texts.text(disk.path("id")));
        put(facts, "amount", Texts.whole(disk.path("amount")));
        put(facts, "size", disk.path("size").isNumber() ? disk.path("size").numberValue() : null);
        put(facts, "unit", Texts.text(disk.path("unit")));
        put(facts, "type", Texts.text(disk.path("type")));
        put(facts, "performance_type", Texts.text(disk.path("performanceType")));
        return facts;
    }

    private static void put(Map<String, Object> facts, String key, Object value) {
        if (value != null) {
            facts.put(key, value);
        }
    }
}
