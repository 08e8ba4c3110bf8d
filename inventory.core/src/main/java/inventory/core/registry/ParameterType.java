package inventory.core.registry;

import inventory.api.plugin.ConnectionParameter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of connection parameters. A value in its plain form is a text, a long, a boolean or a list of these. */
enum ParameterType {
    STRING("a text"),
    INTEGER("a whole number"),
    BOOLEAN("true or false"),
    LIST("a list");

    private final String expected;

    ParameterType(String expected) {
        this.expected = expected;
    }

    /** @return what a value of this type is, for a person */
    String expected() {
        return expected;
    }

    static Optional<ParameterType> of(String slug) {
        for (ParameterType type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(slug)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** @return the value in its plain form; empty if it is none of this type */
    Optional<Object> plain(Object value) {
        return switch (this) {
            case STRING -> value instanceof String ? Optional.of(value) : Optional.empty();
            case BOOLEAN -> value instanceof Boolean ? Optional.of(value) : Optional.empty();
            case INTEGER -> whole(value);
            case LIST -> value instanceof List<?> list ? plainList(list) : Optional.empty();
        };
    }

    /** @return the same parameter with its default in plain form */
    static ConnectionParameter withPlainDefault(String where, ConnectionParameter parameter) throws ManifestException {
        ParameterType type = of(parameter.type())
                .orElseThrow(() -> new ManifestException(
                        where + ": unknown type '" + parameter.type() + "': string, integer, boolean or list"));
        if (parameter.defaultValue().isEmpty()) {
            return parameter;
        }
        Object plain = type.plain(parameter.defaultValue().get())
                .orElseThrow(() -> new ManifestException(where + ": the default must be " + type.expected));
        return new ConnectionParameter(
                parameter.name(),
                parameter.description(),
                parameter.type(),
                parameter.required(),
                parameter.secret(),
                Optional.of(plain));
    }

    private static Optional<Object> whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return Optional.of(((Number) value).longValue());
        }
        return value instanceof BigInteger big && big.bitLength() < Long.SIZE
                ? Optional.of(big.longValue())
                : Optional.empty();
    }

    private static Optional<Object> plainList(List<?> list) {
        List<Object> plain = new ArrayList<>();
        for (Object element : list) {
            Optional<Object> item =
                    element instanceof String || element instanceof Boolean ? Optional.of(element) : whole(element);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            plain.add(item.get());
        }
        return Optional.of(List.copyOf(plain));
    }
}
