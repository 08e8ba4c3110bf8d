package inventory.api.provider;

import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run as the core does it: connect, list the scopes, read each, close. Failures are kept instead of thrown. */
final class Reading {
    private final FakeProviderContext context;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private Optional<ProviderException> failedToConnect = Optional.empty();
    private Optional<ProviderException> failedToList = Optional.empty();

    /** What came of one scope. */
    record Part(Scope scope, RecordingSink sink, Optional<ProviderException> failure) {

        /** What was yielded, by reference, without the types that could not be listed. */
        Map<String, ResourceData> listed(Set<String> withoutTypes) {
            return sink.resources().stream()
                    .filter(resource -> !withoutTypes.contains(resource.resourceTypeSlug()))
                    .collect(Collectors.toMap(
                            ResourceData::emsRef, resource -> resource, (one, other) -> other, LinkedHashMap::new));
        }
    }

    private Reading(FakeProviderContext context) {
        this.context = context;
    }

    static Reading of(BaseProvider provider, Scenario scenario) throws Exception {
        return of(provider, scenario.open());
    }

    static Reading of(BaseProvider provider, FakeProviderContext context) throws InterruptedException {
        Reading reading = new Reading(context);
        ProviderConnection connection;
        try {
            connection = provider.connect(context);
        } catch (ProviderException e) {
            reading.failedToConnect = Optional.of(e);
            return reading;
        }
        try {
            reading.read(connection);
        } finally {
            connection.close();
        }
        reading.texts.add(provider + " " + connection);
        return reading;
    }

    private void read(ProviderConnection connection) throws InterruptedException {
        List<Scope> scopes;
        try {
            scopes = connection.scopes();
        } catch (ProviderException e) {
            failedToList = Optional.of(e);
            return;
        }
        for (Scope scope : scopes) {
            parts.add(read(connection, scope));
        }
    }

    static Part read(ProviderConnection connection, Scope scope) throws InterruptedException {
        RecordingSink sink = new RecordingSink();
        try {
            connection.collect(scope, sink);
            return new Part(scope, sink, Optional.empty());
        } catch (ProviderException e) {
            return new Part(scope, sink, Optional.of(e));
        }
    }

    FakeProviderContext context() {
        return context;
    }

    List<Part> parts() {
        return parts;
    }

    Optional<ProviderException> failedToConnect() {
        return failedToConnect;
    }

    /** Every failure, of the connection, the list of scopes and the scopes. */
    List<ProviderException> failures() {
        return Stream.concat(
                        Stream.of(failedToConnect, failedToList), parts.stream().map(Part::failure))
                .flatMap(Optional::stream)
                .toList();
    }

    List<ResourceData> resources() {
        return parts.stream().flatMap(part -> part.sink().resources().stream()).toList();
    }

    /** Everything that a person could come to see, as text. */
    String everythingSaid() {
        List<String> all = new ArrayList<>(texts);
        context.messages().forEach(all::add);
        context.limits().forEach(limit -> all.add(limit.toString()));
        for (Part part : parts) {
            all.add(part.scope().toString());
            all.add(part.sink().resources().toString());
            all.add(part.sink().notRead().toString());
        }
        for (Throwable failure : failures()) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                all.add(cause.toString());
            }
        }
        return String.join("\n", all);
    }
}
