package inventory.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;

/** Bodies: records in, anything out. */
@Provider
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
public final class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private final ObjectMapper mapper;
    private final RecordReader records;
    private final long limit;

    /** @param limit most bytes of a body */
    public JsonProvider(ObjectMapper mapper, long limit) {
        this.mapper = mapper;
        this.limit = limit;
        records = new RecordReader(mapper);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord() || JsonNode.class.isAssignableFrom(type);
    }

    /** Reads an empty body as an empty object: what is missing is then named field by field. */
    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = new LimitedInput(body, limit).readAllBytes();
        if (bytes.length > 0 && !isJson(mediaType)) {
            throw new NotSupportedException("Send application/json.");
        }
        JsonNode tree = bytes.length == 0 ? mapper.createObjectNode() : mapper.readTree(bytes);
        return type.isRecord() ? records.read(tree, type, ignored(annotations)) : tree;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        boolean raw = type == String.class
                || type == byte[].class
                || InputStream.class.isAssignableFrom(type)
                || StreamingOutput.class.isAssignableFrom(type);
        return !raw && isJson(mediaType);
    }

    /** Serialises to the end before the first byte goes out: a failure becomes a proper answer instead of half a body. */
    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        byte[] bytes;
        try {
            bytes = mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("cannot be written as JSON: " + type, defect);
        }
        out.write(bytes);
    }

    private static boolean isJson(MediaType type) {
        return type.isWildcardSubtype()
                || type.getSubtype().equals("json")
                || type.getSubtype().endsWith("+json");
    }

    private static Set<String> ignored(Annotation[] annotations) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(annotations)
                .filter(Ignoring.class::isInstance)
                .map(annotation -> ((Ignoring) annotation).value())
                .forEach(row -> names.addAll(Json.fieldNames(row)));
        return names;
    }
}
