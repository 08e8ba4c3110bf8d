package inventory.api.provider;

import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a provider yields. Thread-safe. */
public final class RecordingSink implements ResourceSink {
    private final List<ResourceData> resources = new ArrayList<>();
    private final Map<String, NotRead> notRead = new LinkedHashMap<>();
    private final int capacity;

    /** A type that could not be listed. */
    public record NotRead(String resourceType, FailureKind kind, String reason) {}

    /** Takes everything. */
    public RecordingSink() {
        this(Integer.MAX_VALUE);
    }

    private RecordingSink(int capacity) {
        this.capacity = capacity;
    }

    /** Takes this many resources and answers the next one as if the run had been cancelled. */
    public static RecordingSink interruptedAfter(int resources) {
        return new RecordingSink(resources);
    }

    /** Reads everything that the plugin finds in this context. */
    public static RecordingSink ofEverything(BaseProvider plugin, ProviderContext context)
            throws ProviderException, InterruptedException {
        RecordingSink sink = new RecordingSink();
        try (ProviderConnection connection = plugin.connect(context)) {
            for (Scope scope : connection.scopes()) {
                connection.collect(scope, sink);
            }
        }
        return sink;
    }

    @Override
    public synchronized void accept(ResourceData resource) throws InterruptedException {
        if (resources.size() >= capacity) {
            throw new InterruptedException("cancelled");
        }
        resources.add(resource);
    }

    @Override
    public synchronized void notRead(String resourceType, FailureKind kind, String reason) {
        notRead.put(resourceType, new NotRead(resourceType, kind, reason));
    }

    /** What was yielded, in that order. */
    public synchronized List<ResourceData> resources() {
        return List.copyOf(resources);
    }

    /** The types that could not be listed, with the last reason of each. */
    public synchronized Map<String, NotRead> notRead() {
        return Map.copyOf(notRead);
    }
}
