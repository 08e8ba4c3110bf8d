package inventory.core.shell;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Records by the names that their fields have in REST. */
final class Fields {
    /** An instant, whose fractions of a second say nothing to a person. */
    private static final Pattern SECONDS = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$");

    /** As REST writes them. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private static final TypeReference<Map<String, Object>> BY_NAME = new TypeReference<>() {};

    private Fields() {}

    static Map<String, Object> of(Object row) {
        return MAPPER.convertValue(row, BY_NAME);
    }

    static void json(PrintStream out, Object row) {
        out.println(text(MAPPER.writerWithDefaultPrettyPrinter(), row));
    }

    /** @return a value as one cell of a table; empty for what is absent or holds nothing */
    static String cell(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(Fields::cell).collect(Collectors.joining(", "));
        } else if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "" : Text.line(text(MAPPER.writer(), map));
        }
        return value == null ? "" : Text.line(SECONDS.matcher(value.toString()).replaceFirst("$1Z"));
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
