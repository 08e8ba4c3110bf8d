package provider.leaseweb.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.Partition;

/** A partition schema as it is shown. */
public record PartitionSchemaRepresentation(
        @Schema(description = "The name that an installation uses it by.")
        String name,

        @Schema(description = "The provider record that it belongs to.")
        UUID provider,

        @Schema(description = "Grows with every change; the ETag.")
        long version,

        @Schema(description = "In the order in which they are made.")
        List<PartitionRepresentation> partitions,

        @Schema(description = "When it was made.") Instant created,
        @Schema(description = "When it was changed last.") Instant modified) {
    /** One partition. */
    public record PartitionRepresentation(
            @Schema(description = "File system that LeaseWeb knows for the operating system, such as ext4; or swap.")
            String filesystem,

            @Schema(description = "Path such as /home; empty for swap.")
            String mountpoint,

            @Schema(description = "MB, or * for what is left.")
            String size) {
        static PartitionRepresentation of(Partition partition) {
            return new PartitionRepresentation(partition.filesystem(), partition.mountpoint(), partition.size());
        }
    }

    static PartitionSchemaRepresentation of(NamedSchema schema) {
        return new PartitionSchemaRepresentation(
                schema.name(),
                schema.provider(),
                schema.version(),
                schema.schema().partitions().stream()
                        .map(PartitionRepresentation::of)
                        .toList(),
                schema.created(),
                schema.modified());
    }
}
