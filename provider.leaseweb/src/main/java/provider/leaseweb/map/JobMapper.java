package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A job of a server, for people. */
public final class JobMapper {
    private JobMapper() {}

    /** What is known of it. */
    public static Map<String, Object> facts(JsonNode job) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("job", job.path("uuid").asText());
        facts.put("type", job.path("type").asText());
        facts.put("status", job.path("status").asText());
        facts.put("running", job.path("isRunning").asBoolean());
        facts.put("percent", job.path("progress").path("percentage").asInt());
        Optional.ofNullable(Texts.text(job.path("createdAt"))).ifPresent(time -> facts.put("created_at", time));
        Optional.ofNullable(Texts.text(job.path("updatedAt"))).ifPresent(time -> facts.put("updated_at", time));
        return facts;
    }

    /** What it is doing. */
    public static String current(JsonNode job) {
        for (JsonNode task : job.path("tasks")) {
            if (task.path("status").asText().equals("ACTIVE")) {
                return task.path("description").asText(job.path("status").asText());
            }
        }
        return job.path("status").asText("It runs.");
    }

    /** Why it failed: the tasks that say so; begins with a colon, and is empty where none does. */
    public static String reason(JsonNode job) {
        StringBuilder reason = new StringBuilder();
        for (JsonNode task : job.path("tasks")) {
            String error = Texts.text(task.path("errorMessage"));
            if (error != null) {
                reason.append(": ")
                        .append(task.path("description").asText())
                        .append(" – ")
                        .append(error);
            }
        }
        return reason.toString();
    }
}
