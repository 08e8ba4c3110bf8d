package inventory.core.store.run;

import inventory.api.ConflictException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.admin.CollectRequest;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.RunStatus;
import inventory.core.store.Json;
import inventory.core.store.TimeOrderedId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Stores a new run with its task, in the caller's transaction. */
record RunCreation(Statements statements, UUID provider, String providerName, CollectRequest request) {
    private static final List<String> TYPES = List.of("full", "targeted", "event_driven");
    private static final String INSERT = """
            INSERT INTO collection_run (id, provider_id, active_provider_id, collection_type, status, fence, started_at, task_uuid,
                resources_found, resources_created, resources_updated, resources_removed, resources_unchanged,
                error_message, error_details, result_traceback, target_resource_types, confirm_removals,
                collector_version, ansible_collection, job_id, progress)
            VALUES (?, ?, ?, ?, 'pending', 0, ?, ?, 0, 0, 0, 0, 0, '', '{}', '', ?, ?, '', '', '', '{}')
            """;

    static Optional<UUID> active(Statements statements, UUID provider) throws SQLException {
        return statements.first(
                row -> row.getObject(1, UUID.class),
                "SELECT id FROM collection_run WHERE active_provider_id = ?",
                provider);
    }

    static ConflictException conflict(UUID run) {
        return new ConflictException("A collection run of this provider is pending or running.", Optional.of(run));
    }

    CollectionRun store(Instant now) throws SQLException {
        requireEnabled();
        Optional<UUID> active = active(statements, provider);
        if (active.isPresent()) {
            throw conflict(active.get());
        }
        requireKnownTypes();
        UUID id = TimeOrderedId.at(now);
        List<String> types = request.targetResourceTypes().stream().distinct().toList();
        statements.update(
                INSERT,
                id,
                provider,
                provider,
                request.collectionType(),
                now,
                id.toString(),
                Json.write(types),
                request.confirmRemovals());
        RunTasks.insert(statements, id, now);
        statements.update("UPDATE provider SET last_collection_status = 'pending' WHERE id = ?", provider);
        return pending(id, now, types);
    }

    private CollectionRun pending(UUID id, Instant now, List<String> types) {
        return new CollectionRun(
                id,
                provider,
                providerName,
                request.collectionType(),
                RunStatus.PENDING.slug(),
                now,
                Optional.empty(),
                Optional.empty(),
                id.toString(),
                0,
                0,
                0,
                0,
                0,
                "",
                Map.of(),
                "",
                types,
                "",
                "",
                "",
                Map.of(),
                Optional.empty());
    }

    private void requireEnabled() throws SQLException {
        Optional<Boolean> enabled =
                statements.first(row -> row.getBoolean(1), "SELECT enabled FROM provider WHERE id = ?", provider);
        if (enabled.isEmpty()) {
            throw new NotFoundException("There is no provider " + provider + ".");
        }
        if (!enabled.get()) {
            throw new ConflictException("The provider is disabled. Enable it first.");
        }
    }

    private void requireKnownTypes() throws SQLException {
        if (!TYPES.contains(request.collectionType())) {
            throw InvalidInputException.of(
                    "collection_type",
                    "\"" + request.collectionType() + "\" is not a valid choice. Known: " + String.join(", ", TYPES)
                            + ".");
        }
        if (request.targetResourceTypes().isEmpty()) {
            return;
        }
        TreeSet<String> unknown = new TreeSet<>(request.targetResourceTypes());
        statements
                .list(row -> row.getString(1), "SELECT slug FROM resource_type")
                .forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw InvalidInputException.of(
                    "target_resource_types",
                    "Unknown resource types: " + String.join(", ", unknown) + ". See resource-types.");
        }
    }
}
