package inventory.api.resource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One reading of one provider.
 *
 * @param collectionType {@code full}, {@code targeted} or {@code event_driven}
 * @param status slug of a {@link RunStatus}
 * @param startedAt when it was accepted, so waiting is part of the duration
 * @param taskUuid id of the durable task
 * @param resourcesFound accepted observations: created + updated + unchanged
 * @param resourcesUpdated includes those that had been gone and came back
 * @param errorMessage for a person; empty if all went well; at most 2,000 characters
 * @param errorDetails {@code scopes}: a list of {scope, kind, message, attempts} for each scope that was not read; {@code
 *     quarantined}: a list of {scope, ems_ref, reason} (the first ones) and {@code quarantined_count}; {@code warnings}: texts;
 *     {@code removal_guard}: {would_remove, known, limit_percent} when removals were held back; {@code kind} when it could not even
 *     begin
 * @param progress while it works and afterwards: {@code scopes_total}, {@code scopes_done}, {@code scopes_failed}, {@code
 *     resources_seen}, {@code remote_calls}, {@code throttles}, {@code retries}, {@code message}
 * @param targetResourceTypes empty: all
 * @param durationSeconds from acceptance to end; absent while it works
 */
public record CollectionRun(
        UUID id,
        UUID provider,
        String providerName,
        String collectionType,
        String status,
        Instant startedAt,
        Optional<Instant> completedAt,
        Optional<Instant> canceledAt,
        String taskUuid,
        long resourcesFound,
        long resourcesCreated,
        long resourcesUpdated,
        long resourcesRemoved,
        long resourcesUnchanged,
        String errorMessage,
        Map<String, Object> errorDetails,
        String resultTraceback,
        List<String> targetResourceTypes,
        String collectorVersion,
        String ansibleCollection,
        String jobId,
        Map<String, Object> progress,
        Optional<Double> durationSeconds) {}
