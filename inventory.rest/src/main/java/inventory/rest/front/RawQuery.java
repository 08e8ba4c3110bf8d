package inventory.rest.front;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The query of a request before anybody decodes it. */
final class RawQuery {
    /** Parameters by which CXF lets a caller change what the request says of itself. */
    private static final Set<String> OVERRIDES = Set.of("_type", "_ctype", "_method", "_wadl");

    private static final int HEX = 16;

    private RawQuery() {}

    /** @return what is wrong with it; empty if nothing is */
    static Optional<String> problem(String raw) {
        for (String part : raw.split("&", -1)) {
            int mark = part.indexOf('=');
            String name = mark < 0 ? part : part.substring(0, mark);
            if (OVERRIDES.contains(name)) {
                return Optional.of("Unknown parameter: " + name + ".");
            }
        }
        try {
            return decode(raw).indexOf('\0') >= 0 ? Optional.of("A parameter has a null character.") : Optional.empty();
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return Optional.of("The parameters are not properly percent-encoded UTF-8.");
        }
    }

    /** @return the same with everything percent-encoded that a URI may not hold as it is */
    static String encoded(String raw) {
        StringBuilder encoded = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (point > ' ' && point < 0x7F && "\"<>\\^`{|}#[]".indexOf(point) < 0) {
                encoded.append(character);
            } else {
                for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format("%02X", octet));
                }
            }
        });
        return encoded.toString();
    }

    private static String decode(String raw) throws CharacterCodingException {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                decoded.put((byte) (digit(bytes, i + 1) * HEX + digit(bytes, i + 2)));
                i += 2;
            } else {
                decoded.put(bytes[i]);
            }
        }
        decoded.flip();
        return StandardCharsets.UTF_8.newDecoder().decode(decoded).toString();
    }

    private static int digit(byte[] bytes, int index) {
        int digit = index < bytes.length ? Character.digit(bytes[index], HEX) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("no hexadecimal digit");
        }
        return digit;
    }
}
