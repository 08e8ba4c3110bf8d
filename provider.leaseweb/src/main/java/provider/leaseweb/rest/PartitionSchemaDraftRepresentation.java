package provider.leaseweb.rest;

import inventory.api.InvalidInputException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import provider.leaseweb.schema.PartitionSchema;

/** What a partition schema shall be. Provider, version and times may come back as they were shown; they are not looked at. */
public record PartitionSchemaDraftRepresentation(
        @Schema(description = "1 to 64 letters, digits, '.', '_' or '-'. A schema keeps its name.")
        Optional<String> name,

        Optional<UUID> provider,
        Optional<Long> version,

        @Schema(
                description =
                        "1 to 50 of {filesystem, mountpoint, size}, one of them at /: mountpoint a path, and none for"
                                + " swap; size in MB, or * for what is left, once.")
        List<Map<String, Object>> partitions,

        Optional<String> created,
        Optional<String> modified) {
    PartitionSchema schema() {
        return PartitionSchema.of(partitions);
    }

    /** @throws InvalidInputException another name stands in it */
    void requireName(String kept) {
        if (name.isPresent() && !name.get().equals(kept)) {
            throw InvalidInputException.of(
                    "name",
                    "Partition schema '" + kept + "' keeps its name. Add one with the other name, and delete this.");
        }
    }
}
