package inventory.rest.describe;

import inventory.api.query.Listing;
import inventory.api.query.Listings;
import inventory.rest.describe.ResourcePaths.Call;
import inventory.rest.front.AuthenticationFilter;
import inventory.rest.listing.ListingReader;
import inventory.rest.problem.Problem;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** The answers of a call: what it returns, what its annotations say, and the errors that follow from its shape. */
final class Answers {
    /** Errors that many calls share: status → when. */
    static final Map<String, String> ERRORS = new TreeMap<>(Map.of(
            "400", "A parameter or a field is wrong; the problem names it and says what would be right.",
            "401", "No credentials, or wrong ones.",
            "403", "The caller may not do this.",
            "404", "There is none, or not for this caller; or the page does not exist.",
            "405", "The path has other methods; the Allow header lists them.",
            "406", "The path has other media types.",
            "409", "Its state forbids it now.",
            "413", "The body is too large.",
            "415", "The body is of another media type.",
            "503", "The database cannot be reached; Retry-After says when to try again."));

    private final Schemas schemas;

    Answers(Schemas schemas) {
        this.schemas = schemas;
    }

    /** @return status → answer */
    Map<String, Object> of(Call call, boolean hasBody) {
        Map<String, Object> answers = new TreeMap<>();
        for (ApiResponse stated : call.method().getAnnotationsByType(ApiResponse.class)) {
            answers.put(stated.responseCode(), stated(stated));
        }
        success(call).ifPresent(answer -> answers.putIfAbsent(answer.getKey(), answer.getValue()));
        if (AuthenticationFilter.isOpen(call.verb(), call.path().text())) {
            return answers;
        }
        errors(call, hasBody)
                .forEach(status -> answers.putIfAbsent(status, Map.of("$ref", "#/components/responses/" + status)));
        return answers;
    }

    private static List<String> errors(Call call, boolean hasBody) {
        boolean reads = "GET".equals(call.verb());
        List<String> errors = new ArrayList<>(List.of("401", "405", "406", "503"));
        if (hasBody || reads) {
            errors.add("400");
        }
        if (hasBody) {
            errors.addAll(List.of("413", "415"));
        }
        if (!reads) {
            errors.addAll(List.of("403", "409"));
        }
        if (!call.path().parameters().isEmpty() || listing(call).isPresent()) {
            errors.add("404");
        }
        return errors;
    }

    private Optional<Map.Entry<String, Object>> success(Call call) {
        Optional<Listing<?>> listing = listing(call);
        if (listing.isPresent()) {
            return Optional.of(Map.entry("200", page(listing.get())));
        } else if (call.method().isAnnotationPresent(Reads.class)) {
            return byName(call.path().firstWord())
                    .map(row -> Map.entry("200", json("The row.", schemas.of(row.rowType()))));
        } else if (call.method().getReturnType() == void.class) {
            return Optional.of(Map.entry("204", Map.of("description", "Done.")));
        } else if (call.method().getReturnType() == Response.class) {
            return Optional.empty();
        }
        return Optional.of(
                Map.entry("200", json("The answer.", schemas.of(call.method().getGenericReturnType()))));
    }

    private Map<String, Object> page(Listing<?> listing) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(MediaType.APPLICATION_JSON, Map.of("schema", schemas.page(listing.rowType())));
        content.put(ListingReader.CSV, Map.of("schema", Map.of("type", "string")));
        return Map.of("description", "A page of rows.", "content", content);
    }

    private Map<String, Object> stated(ApiResponse stated) {
        Optional<Class<?>> type = Arrays.stream(stated.content())
                .<Class<?>>map(content -> content.schema().implementation())
                .filter(implementation -> implementation != Void.class)
                .findFirst();
        String description = stated.description();
        boolean error = stated.responseCode().compareTo("400") >= 0;
        if (type.isEmpty() && error) {
            return problem(description);
        }
        return type.map(known -> json(description, schemas.of(known)))
                .orElseGet(() -> Map.of("description", description));
    }

    private static Map<String, Object> json(String description, Map<String, Object> schema) {
        return Map.of(
                "description", description, "content", Map.of(MediaType.APPLICATION_JSON, Map.of("schema", schema)));
    }

    /** @return an error's description */
    static Map<String, Object> problem(String description) {
        return Map.of(
                "description",
                description,
                "content",
                Map.of(Problem.TYPE, Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
    }

    /** @return the listing whose pages the call answers with */
    static Optional<Listing<?>> listing(Call call) {
        Lists lists = call.method().getAnnotation(Lists.class);
        return lists == null
                ? Optional.empty()
                : byName(lists.value().isEmpty() ? call.path().text() : lists.value());
    }

    private static Optional<Listing<?>> byName(String name) {
        return Listings.ALL.stream()
                .filter(listing -> listing.name().equals(name))
                .findFirst();
    }
}
