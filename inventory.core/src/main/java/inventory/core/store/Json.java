package inventory.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** The JSON of columns: plain maps, lists, texts, numbers and booleans. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private static final ObjectReader EXACT =
            MAPPER.readerFor(Object.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    /** The text of a value made of plain types. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not made of plain types", e);
        }
    }

    /** The object in a column; whole numbers are longs. */
    public static Map<String, Object> object(String text) {
        return read(text, new TypeReference<>() {});
    }

    /** The list of objects in a column; whole numbers are longs. */
    public static List<Map<String, Object>> objects(String text) {
        return read(text, new TypeReference<>() {});
    }

    /** The list of texts in a column. */
    public static List<String> texts(String text) {
        return read(text, new TypeReference<>() {});
    }

    /** Whatever stands in a column, numbers to the last digit. */
    public static Object value(String text) {
        try {
            return EXACT.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON column holds no JSON", e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON column holds no JSON of the expected shape", e);
        }
    }
}
