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
 * Where a keyset walk stands; on the wire an opaque text. It carries no authority: whoever makes one up only starts at another row
 * of what they may see anyway. The check sum is there so that a mangled one is refused and does not quietly skip rows.
 *
 * @param count of all rows, taken when the walk began: a walk counts once
 * @param position values of the order's fields on the last row seen
 */
public record Cursor(long count, List<String> position) {
    public Cursor {
        position = List.copyOf(position);
    }

    /** The text for a walk through this listing. */
    public String write(String listing) {
        List<String> parts = new ArrayList<>(List.of(listing, Long.toString(count)));
        parts.addAll(position);
        List<String> encoded = parts.stream()
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .toList();
        String body = String.join("&", encoded);
        byte[] bytes = (sum(body) + "&" + body).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @return what the text says; empty if it is no cursor of this listing with so many values */
    static Optional<Cursor> read(String listing, int size, String text) {
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
            if (parts.size() != size + 2 || !parts.get(0).equals(listing)) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(Long.parseLong(parts.get(1)), parts.subList(2, parts.size())));
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
