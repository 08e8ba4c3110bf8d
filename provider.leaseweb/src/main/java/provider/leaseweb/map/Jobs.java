package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the jobs of a server tell: what runs now, and what was installed last. */
final class Jobs {
    private static final Comparator<JsonNode> BY_BEGIN = Comparator.comparing(
            job -> Optional.ofNullable(Texts.time(job.path("createdAt"))).orElse(Instant.EPOCH));

    private final Optional<JsonNode> running;
    private final Optional<JsonNode> installed;

    Jobs(List<JsonNode> jobs) {
        running = jobs.stream().filter(job -> job.path("isRunning").asBoolean()).max(BY_BEGIN);
        installed = jobs.stream()
                .filter(job -> job.path("type").asText().equals("install"))
                .filter(job -> job.path("status").asText().equals("FINISHED"))
                .max(BY_BEGIN);
    }

    /** A server that is being installed or looked at from within is neither running nor stopped. */
    Optional<ResourceState> state() {
        return running.map(job -> ResourceState.PROVISIONING);
    }

    void describe(ResourceData.Builder server) {
        running.ifPresent(job -> server.property("job_id", Texts.text(job.path("uuid")))
                .property("job_type", Texts.text(job.path("type")))
                .property("job_status", Texts.text(job.path("status")))
                .metric("job_percent", Texts.whole(job.path("progress").path("percentage"))));
        installed.ifPresent(job -> {
            JsonNode payload = job.path("payload");
            JsonNode system = payload.path("os");
            String id = Texts.text(payload.path("operatingSystemId"));
            String name = Texts.text(system.path("name"));
            String type = Texts.text(system.path("type"));
            server.osName(name == null ? id : name)
                    .osType(type == null ? null : type.toLowerCase(Locale.ROOT))
                    .property("operating_system_id", id)
                    .property("installed_at", Texts.time(job.path("updatedAt")));
        });
    }
}
