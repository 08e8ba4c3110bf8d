package inventory.core.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping of a YAML document, read with messages for its author. */
record YamlSection(String where, Map<?, ?> values) {

    /** @throws ManifestException the value is no mapping */
    static YamlSection of(String where, Object value) throws ManifestException {
        if (value instanceof Map<?, ?> map) {
            return new YamlSection(where, map);
        }
        throw new ManifestException(where + " must be a mapping");
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The text under the key; numbers and booleans are taken as they are written. */
    String text(String key, String absent) throws ManifestException {
        Object value = values.get(key);
        if (value == null) {
            return absent;
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new ManifestException(where + ": '" + key + "' must be a text");
    }

    String bounded(String key, String absent, int longest) throws ManifestException {
        String text = text(key, absent);
        if (text.length() > longest) {
            throw new ManifestException(where + ": '" + key + "' is longer than " + longest + " characters");
        }
        return text;
    }

    String required(String key) throws ManifestException {
        String text = text(key, "");
        if (text.isBlank()) {
            throw new ManifestException(where + ": missing required field: '" + key + "'");
        }
        return text;
    }

    boolean flag(String key) throws ManifestException {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw new ManifestException(where + ": '" + key + "' must be true or false");
    }

    /** The list of texts under the key; a single text is a list of one, an absent one is empty. */
    List<String> texts(String key) throws ManifestException {
        List<String> texts = new ArrayList<>();
        for (Object value : list(key)) {
            if (!(value instanceof String || value instanceof Number)) {
                throw new ManifestException(where + ": '" + key + "' must be a list of texts");
            }
            texts.add(value.toString());
        }
        return texts;
    }

    List<YamlSection> sections(String key) throws ManifestException {
        List<YamlSection> sections = new ArrayList<>();
        for (Object value : list(key)) {
            sections.add(of(where + ", " + key + " " + (sections.size() + 1), value));
        }
        return sections;
    }

    List<YamlSection> sections(String key, int most) throws ManifestException {
        list(key, most);
        return sections(key);
    }

    List<?> list(String key, int most) throws ManifestException {
        List<?> list = list(key);
        if (list.size() > most) {
            throw new ManifestException(where + ": '" + key + "' has more than " + most + " entries");
        }
        return list;
    }

    private List<?> list(String key) throws ManifestException {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof String) {
            return List.of(value);
        }
        throw new ManifestException(where + ": '" + key + "' must be a list");
    }
}
