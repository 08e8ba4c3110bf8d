package inventory.core.query;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a keyset walk stands, as an opaque text. It carries no authority: whoever makes one up only starts at another row of what
 * they may see anyway. The check sum is there so that a mangled one is refused and does not quietly skip rows.
 */
public final class Cursor {
    private Cursor() {}

    /** The cursor of the row with these values of the order's fields. */
    public static String write(String listing, List<String> position) {
        List<String> parts = new ArrayList<>(List.of(listing));
        parts.addAll(position);
        List<String> encoded = parts.stream()
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .toList();
        String body = String.join("&", encoded);
        byte[] bytes = (sum(body) + "&" + body).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @return the values; empty if the text is no cursor of this listing with so many values */
    static Optional<List<String>> read(String listing, int size, String text) {
        try {
            String whole = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int cut = whole.indexOf('&');
            if (cut < 0 || !sum(whole.substring(cut + 1)).equals(whole.substring(0, cut))) {
                return Optional.empty();
            }
            List<String> parts = new ArrayList<>();
            for (String part : whole.substring(cut + 1).split("&", -1)) {
                parts.add(URLDecoder.decode(part, StandardCharsets.UTF_8));
            }
            boolean fits = parts.size() == size + 1 && parts.get(0).equals(listing);
            return fits ? Optional.of(List.copyOf(parts.subList(1, parts.size()))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String sum(String body) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(sum.getValue());
    }
}
