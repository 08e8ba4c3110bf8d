package inventory.core.store.query;

import inventory.api.query.Listings;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Provider;
import inventory.core.identity.ConnectionConfigs;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Providers and their runs. */
final class CollectionTables {
    private CollectionTables() {}

    static List<Table<?>> all(ConnectionConfigs configs) {
        return List.of(providers(configs), runs());
    }

    private static Table<Provider> providers(ConnectionConfigs configs) {
        return Table.of(Listings.PROVIDERS, "provider", "p")
                .column("organization", "p.organization_id")
                .leftJoin(
                        "n",
                        "scheduled_tasks n ON n.task_name = 'collection-schedule' AND n.task_instance = CAST(p.id AS VARCHAR(36))")
                .column("next_collection_at", "n.execution_time")
                .optional(List.of("last_refresh_at", "last_collection_status", "next_collection_at"))
                .scope(Scope.owner("p.organization_id"))
                .rows("p.*, n.execution_time AS next_collection_at", row -> provider(row, configs));
    }

    private static Provider provider(Row row, ConnectionConfigs configs) throws SQLException {
        String vendor = row.text("vendor");
        String type = row.text("provider_type");
        return new Provider(
                row.uuid("id"),
                row.text("name"),
                row.text("infrastructure"),
                vendor,
                type,
                row.text("endpoint"),
                row.text("credential_ref"),
                row.flag("enabled"),
                configs.hidden(vendor, type, row.text("connection_config")),
                row.number("organization_id"),
                row.instant("created"),
                row.instant("modified"),
                row.optionalInstant("last_refresh_at"),
                row.optionalText("last_collection_status"),
                row.text("collection_schedule"),
                row.optionalInstant("next_collection_at"));
    }

    private static Table<CollectionRun> runs() {
        return Table.of(Listings.COLLECTION_RUNS, "collection_run", "u")
                .join("p", "provider p ON p.id = u.provider_id")
                .column("provider", "u.provider_id")
                .column("provider__name", "p.name")
                .optional(List.of("completed_at"))
                .scope(Scope.owner("p.organization_id"))
                .rows("u.*, p.name AS provider_name", CollectionTables::run);
    }

    private static CollectionRun run(Row row) throws SQLException {
        Instant started = row.instant("started_at");
        Optional<Instant> completed = row.optionalInstant("completed_at");
        return new CollectionRun(
                row.uuid("id"),
                row.uuid("provider_id"),
                row.text("provider_name"),
                row.text("collection_type"),
                row.text("status"),
                started,
                completed,
                row.optionalInstant("canceled_at"),
                row.text("task_uuid"),
                row.number("resources_found"),
                row.number("resources_created"),
                row.number("resources_updated"),
                row.number("resources_removed"),
                row.number("resources_unchanged"),
                row.text("error_message"),
                row.object("error_details"),
                row.text("result_traceback"),
                row.texts("target_resource_types"),
                row.text("collector_version"),
                row.text("ansible_collection"),
                row.text("job_id"),
                row.object("progress"),
                completed.map(end -> Duration.between(started, end).toNanos() / 1e9));
    }
}
