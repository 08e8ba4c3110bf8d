package provider.ovh.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server is made of. */
final class HardwareMapper {
    private HardwareMapper() {}

    static void add(ResourceData.Builder builder, JsonNode hardware) {
        String model = Fields.text(hardware, "description");
        if (!model.isBlank()) {
            builder.flavor(model);
        }
        int cores = hardware.path("numberOfProcessors").asInt(0)
                * hardware.path("coresPerProcessor").asInt(0);
        long memory = Fields.mebibytes(hardware.path("memorySize"));
        builder.cpuCount(cores > 0 ? cores : null).memoryMb(memory > 0 ? memory : null);
        Fields.properties(
                builder,
                hardware,
                "processor",
                "processorName",
                "processors",
                "numberOfProcessors",
                "processor_architecture",
                "processorArchitecture",
                "threads_per_processor",
                "threadsPerProcessor",
                "motherboard",
                "motherboard",
                "form_factor",
                "formFactor",
                "boot_mode",
                "bootMode",
                "default_hardware_raid",
                "defaultHardwareRaidType");
        disks(builder, hardware.path("diskGroups"));
    }

    private static void disks(ResourceData.Builder builder, JsonNode groups) {
        List<Map<String, Object>> disks = new ArrayList<>();
        long megabytes = 0;
        for (JsonNode group : groups) {
            long size = Fields.mebibytes(group.path("diskSize"));
            int number = group.path("numberOfDisks").asInt(0);
            megabytes += size * number;
            Map<String, Object> disk = new LinkedHashMap<>();
            disk.put("group", group.path("diskGroupId").asInt(0));
            disk.put("number", number);
            disk.put("size_gb", size >> 10);
            disk.put("type", Fields.text(group, "diskType"));
            disk.put("raid_controller", Fields.text(group, "raidController"));
            disks.add(disk);
        }
        if (!disks.isEmpty()) {
            builder.diskGb(megabytes >> 10).property("disk_groups", disks);
        }
    }

    /** The controllers, each with its disks. */
    static void addRaid(ResourceData.Builder builder, JsonNode profile) {
        List<Map<String, Object>> controllers = new ArrayList<>();
        for (JsonNode controller : profile.path("controllers")) {
            List<String> disks = new ArrayList<>();
            controller.path("disks").forEach(group -> disks.addAll(Fields.texts(group.path("names"))));
            controllers.add(Map.of(
                    "model", Fields.text(controller, "model"),
                    "type", Fields.text(controller, "type"),
                    "disks", disks));
        }
        if (!controllers.isEmpty()) {
            builder.property("raid_controllers", controllers);
        }
    }
}
