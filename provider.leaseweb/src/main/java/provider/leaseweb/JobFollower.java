package provider.leaseweb;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionProgress;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import provider.leaseweb.client.LeasewebClient;
import provider.leaseweb.map.JobMapper;

/** Follows the jobs of one server. */
final class JobFollower {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final int MOST_FAILURES = 5;
    /** All other failures pass: a job goes on while nobody sees it. */
    private static final Set<FailureKind> LASTING = EnumSet.of(FailureKind.AUTHENTICATION, FailureKind.PERMISSION);

    private final LeasewebClient client;
    private final String server;
    private final ActionProgress progress;

    JobFollower(LeasewebClient client, String server, ActionProgress progress) {
        this.client = client;
        this.server = server;
        this.progress = progress;
    }

    /** The uuid of the job that was answered. */
    static String uuid(JsonNode job) throws ProviderException {
        String uuid = job.path("uuid").asText("");
        if (uuid.isBlank()) {
            throw new ProviderException(FailureKind.MALFORMED, "LeaseWeb answered no job.");
        }
        return uuid;
    }

    /** The job that runs now. */
    Optional<String> running() throws ProviderException, InterruptedException {
        List<JsonNode> jobs = client.list(LeasewebClient.server(server, "/jobs"), "jobs", "&isRunning=true");
        for (JsonNode job : jobs) {
            if (job.path("isRunning").asBoolean()) {
                return Optional.of(uuid(job));
            }
        }
        return Optional.empty();
    }

    void refuseWhileOneRuns() throws ProviderException, InterruptedException {
        Optional<String> running = running();
        if (running.isPresent()) {
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "Job " + running.get() + " runs on server " + server + "; wait for its end or cancel it first.");
        }
    }

    /** Returns when the job has finished. */
    void follow(String uuid) throws ProviderException, InterruptedException {
        JsonNode job = look(uuid);
        while (job.path("isRunning").asBoolean()) {
            progress.step(job.path("progress").path("percentage").asInt(), JobMapper.current(job));
            progress.pause(BETWEEN_LOOKS);
            job = look(uuid);
        }
        String status = job.path("status").asText("unknown");
        if (!status.equals("FINISHED")) {
            throw new ProviderException(
                    FailureKind.INTERNAL,
                    "Job " + uuid + " of server " + server + " ended as " + status + JobMapper.reason(job) + ".");
        }
    }

    private JsonNode look(String uuid) throws ProviderException, InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                return job(uuid);
            } catch (ProviderException e) {
                if (LASTING.contains(e.kind()) || failures == MOST_FAILURES) {
                    throw new ProviderException(
                            e.kind(),
                            "Job " + uuid + " was begun and cannot be followed: " + e.getMessage(),
                            e.retryAfter(),
                            e);
                }
                progress.step(0, "A look at the job failed: " + e.getMessage());
                progress.pause(e.retryAfter().orElse(BETWEEN_LOOKS));
            }
        }
    }

    private JsonNode job(String uuid) throws ProviderException, InterruptedException {
        JsonNode job = client.get(LeasewebClient.server(server, "/jobs/" + LeasewebClient.segment(uuid)));
        if (!uuid(job).equals(uuid) || !job.path("isRunning").isBoolean()) {
            throw new ProviderException(
                    FailureKind.MALFORMED, "LeaseWeb was asked for job " + uuid + " and answered something else.");
        }
        return job;
    }
}
