package inventory.core.store.resource;

import inventory.api.resource.Relation;
import inventory.core.store.TimeOrderedId;
import inventory.core.store.dialect.BulkTable;
import inventory.core.store.dialect.BulkWriter;
import inventory.core.store.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Writes rows of {@code resource_relationship}. */
final class EdgeTable {
    private static final BulkTable TABLE = new BulkTable(
            "resource_relationship",
            List.of("id", "provider_id", "source_id", "relationship_type", "target_ref", "target_id", "properties"),
            Set.of("properties"));
    private static final byte[] NONE = "{}".getBytes(StandardCharsets.US_ASCII);

    private final Dialect dialect;
    private final UUID provider;

    EdgeTable(Dialect dialect, UUID provider) {
        this.dialect = dialect;
        this.provider = provider;
    }

    /** What a resource says about its neighbours. */
    record Edges(UUID source, List<Relation> relations) {}

    /** @param targets reference → id that a resource of the provider has or will have; the end of the run looks whether it is there */
    void insert(Connection connection, List<Edges> sources, Function<String, UUID> targets) throws SQLException {
        if (sources.stream().allMatch(source -> source.relations().isEmpty())) {
            return;
        }
        try (BulkWriter writer = dialect.insert(connection, TABLE)) {
            for (Edges edges : sources) {
                for (Relation relation : Set.copyOf(edges.relations())) {
                    writer.uuid(TimeOrderedId.next())
                            .uuid(provider)
                            .uuid(edges.source())
                            .text(relation.type().slug())
                            .text(relation.target())
                            .uuid(targets.apply(relation.target()))
                            .json(NONE)
                            .endRow();
                }
            }
            writer.finish();
        }
    }

    static void deleteFrom(Connection connection, Collection<UUID> sources) throws SQLException {
        if (!sources.isEmpty()) {
            Jdbc.update(
                    connection,
                    "DELETE FROM resource_relationship WHERE source_id = ANY(?)",
                    Jdbc.uuids(connection, sources));
        }
    }
}
