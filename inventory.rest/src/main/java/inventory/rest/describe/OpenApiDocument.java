package inventory.rest.describe;

import inventory.rest.InventoryApplication;
import inventory.rest.describe.ResourcePaths.Call;
import inventory.rest.front.AuthenticationFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;

/** Describes resource classes as OpenAPI 3.0: paths from their annotations, parameters from listings, bodies from records. */
final class OpenApiDocument {
    private static final String ABOUT = """
            Collects what a company runs, tracks every change, and serves it.

            **Filters.** Every field of a listing is a parameter. Behind its name can stand a look-up: `__exact`, `__iexact`,
            `__contains`, `__icontains`, `__startswith`, `__istartswith`, `__endswith`, `__iendswith`, `__gt`, `__gte`, `__lt`,
            `__lte`, `__in` (values separated by commas), `__isnull`; before it `not__`, `or__` or `or__not__`. All filters must
            hold; of those behind `or__`, one. An unknown parameter is a 400 that names the known ones.

            **Errors** are `application/problem+json`; fields that are wrong stand in it by name, each with its reasons.""";

    private final Schemas schemas = new Schemas();
    private final Answers answers = new Answers(schemas);

    /** @param resources the classes that are served */
    Map<String, Object> describe(Collection<Class<?>> resources) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        Set<String> tags = new TreeSet<>();
        for (Class<?> resource : resources) {
            for (Call call : ResourcePaths.calls(resource)) {
                paths.computeIfAbsent(call.path().written(), first -> new TreeMap<>())
                        .put(call.verb().toLowerCase(Locale.ROOT), operation(call));
                tags.add(tag(call));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", Map.of("title", "Inventory", "version", "v1", "description", ABOUT));
        document.put("servers", List.of(Map.of("url", InventoryApplication.BASE)));
        document.put("security", List.of(Map.of("basic", List.of())));
        document.put("tags", tags.stream().map(name -> Map.of("name", name)).toList());
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    private Map<String, Object> components() {
        Map<String, Object> responses = new TreeMap<>();
        Answers.ERRORS.forEach((status, when) -> responses.put(status, Answers.problem(when)));
        Map<String, Object> all = new TreeMap<>(schemas.components());
        all.put("Problem", problem());
        return Map.of(
                "schemas", all,
                "responses", responses,
                "securitySchemes", Map.of("basic", Map.of("type", "http", "scheme", "basic")));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> reasons = Map.of("type", "array", "items", text);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", text);
        properties.put("title", text);
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", text);
        properties.put("errors", Map.of("type", "object", "additionalProperties", reasons));
        properties.put("id", Map.of("type", "string", "description", "Of a 5xx, to find it in the log."));
        return Map.of(
                "type",
                "object",
                "required",
                List.of("type", "title", "status", "detail"),
                "properties",
                properties,
                "additionalProperties",
                true,
                "example",
                Map.of(
                        "type",
                        "about:blank",
                        "title",
                        "Bad Request",
                        "status",
                        400,
                        "detail",
                        "name: This field is required.",
                        "errors",
                        Map.of("name", List.of("This field is required.")),
                        "name",
                        List.of("This field is required.")));
    }

    private Map<String, Object> operation(Call call) {
        Operation stated = call.method().getAnnotation(Operation.class);
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", operationId(call));
        operation.put("tags", List.of(tag(call)));
        operation.put("summary", stated == null ? call.method().getName() : stated.summary());
        if (stated != null && !stated.description().isEmpty()) {
            operation.put("description", stated.description());
        }
        if (AuthenticationFilter.isOpen(call.verb(), call.path().text())) {
            operation.put("security", List.of());
        }
        operation.put("parameters", parameters(call));
        Optional<Map<String, Object>> body = form(stated).or(() -> body(call).map(this::requestBody));
        body.ifPresent(known -> operation.put("requestBody", known));
        operation.put("responses", answers.of(call, body.isPresent()));
        return operation;
    }

    private List<Map<String, Object>> parameters(Call call) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (String name : call.path().parameters()) {
            parameters.add(Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string")));
        }
        for (Parameter parameter : call.method().getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                Schema stated = parameter.getAnnotation(Schema.class);
                Map<String, Object> schema =
                        stated == null ? schemas.of(parameter.getParameterizedType()) : Map.of("type", stated.type());
                parameters.add(Map.of("name", query.value(), "in", "query", "schema", schema));
            }
        }
        Answers.listing(call).ifPresent(listing -> parameters.addAll(ListingParameters.of(listing)));
        if (call.method().isAnnotationPresent(Reads.class)) {
            parameters.add(ListingParameters.fields());
        }
        return parameters;
    }

    /** What a call says of its body itself: the parts of a form. */
    private static Optional<Map<String, Object>> form(Operation stated) {
        if (stated == null || stated.requestBody().content().length == 0) {
            return Optional.empty();
        }
        Content content = stated.requestBody().content()[0];
        Map<String, Object> properties = new LinkedHashMap<>();
        for (SchemaProperty part : content.schemaProperties()) {
            properties.put(
                    part.name(),
                    Map.of("type", part.schema().type(), "format", part.schema().format()));
        }
        Map<String, Object> schema =
                Map.of("type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
        return Optional.of(Map.of("required", true, "content", Map.of(content.mediaType(), Map.of("schema", schema))));
    }

    private static Optional<Parameter> body(Call call) {
        return Arrays.stream(call.method().getParameters())
                .filter(parameter -> Stream.<Class<? extends Annotation>>of(
                                Context.class, PathParam.class, QueryParam.class)
                        .noneMatch(parameter::isAnnotationPresent))
                .filter(parameter -> parameter.getType().isRecord())
                .findFirst();
    }

    private Map<String, Object> requestBody(Parameter parameter) {
        Schema stated = parameter.getAnnotation(Schema.class);
        Set<String> required = stated == null ? Set.of() : new TreeSet<>(List.of(stated.requiredProperties()));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", schemas.body(parameter.getType(), required));
        if (stated != null && !stated.example().isEmpty()) {
            content.put("example", Examples.parse(stated.example()));
        }
        return Map.of("required", !required.isEmpty(), "content", Map.of(MediaType.APPLICATION_JSON, content));
    }

    /** Single calls share a heading. */
    private static String tag(Call call) {
        boolean single = call.path().parameters().isEmpty()
                && Answers.listing(call).isEmpty()
                && call.path().text().equals(call.path().firstWord())
                && "GET".equals(call.verb());
        return single ? "server" : call.path().firstWord();
    }

    private static String operationId(Call call) {
        return (call.verb().toLowerCase(Locale.ROOT) + "_" + call.path().text()).replaceAll("[^A-Za-z0-9]+", "_");
    }
}
