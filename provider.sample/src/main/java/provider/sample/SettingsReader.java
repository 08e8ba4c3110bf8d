package provider.sample;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes typed values out of a connection config; a bad one fails with a message that names its key. */
final class SettingsReader {
    private final Map<String, Object> config;

    SettingsReader(Map<String, Object> config) {
        this.config = config;
    }

    int integer(String key, int otherwise, int least, int most) throws ProviderException {
        return (int) number(key, otherwise, least, most);
    }

    long number(String key, long otherwise, long least, long most) throws ProviderException {
        return config.containsKey(key) ? whole(key, config.get(key), least, most) : otherwise;
    }

    boolean flag(String key) throws ProviderException {
        Object value = config.getOrDefault(key, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw bad(key, "must be true or false", value);
    }

    Set<Integer> integers(String key, int least, int most) throws ProviderException {
        Set<Integer> numbers = new TreeSet<>();
        for (Object element : list(key)) {
            numbers.add((int) whole(key, element, least, most));
        }
        return numbers;
    }

    Set<String> texts(String key) throws ProviderException {
        Set<String> texts = new TreeSet<>();
        for (Object element : list(key)) {
            texts.add(String.valueOf(element));
        }
        return texts;
    }

    FailureKind failureKind(String key, FailureKind otherwise) throws ProviderException {
        String name = String.valueOf(config.getOrDefault(key, otherwise));
        for (FailureKind kind : FailureKind.values()) {
            if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw bad(key, "must be one of " + Arrays.toString(FailureKind.values()), name);
    }

    private List<?> list(String key) throws ProviderException {
        Object value = config.getOrDefault(key, List.of());
        if (value instanceof List<?> list) {
            return list;
        }
        throw bad(key, "must be a list", value);
    }

    private static long whole(String key, Object value, long least, long most) throws ProviderException {
        boolean integral = value instanceof Long || value instanceof Integer;
        long number = integral ? ((Number) value).longValue() : 0;
        if (integral && number >= least && number <= most) {
            return number;
        }
        throw bad(key, "must be a whole number from " + least + " to " + most, value);
    }

    private static ProviderException bad(String key, String rule, Object value) {
        return new ProviderException(
                FailureKind.AUTHENTICATION, "connection_config." + key + " " + rule + ", not " + value);
    }
}
