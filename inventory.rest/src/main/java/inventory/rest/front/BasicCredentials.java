package inventory.rest.front;

import inventory.api.identity.Authentication;
import inventory.api.identity.Caller;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The user name and the password of an {@code Authorization} header. */
public final class BasicCredentials {
    /** What a 401 asks for. */
    public static final String CHALLENGE = "Basic realm=\"Inventory\", charset=\"UTF-8\"";

    private static final String SCHEME = "basic ";

    private BasicCredentials() {}

    /**
     * @param header as it was sent
     * @return who it is; empty if the header is malformed, or for an unknown user or a wrong password
     */
    public static Optional<Caller> authenticate(String header, Authentication authentication) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] decoded;
        try {
            decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(decoded));
        int colon = text.toString().indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        char[] password = new char[text.length() - colon - 1];
        text.subSequence(colon + 1, text.length()).get(password);
        try {
            return authentication.authenticate(text.subSequence(0, colon).toString(), password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
