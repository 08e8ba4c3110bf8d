package inventory.core.collect;

import inventory.api.provider.HttpSettings;
import java.net.http.HttpClient;

/** The way out over HTTP that all plugins share. */
public record Outbound(HttpSettings settings, HttpClient client, long maxAnswerBytes) {}
