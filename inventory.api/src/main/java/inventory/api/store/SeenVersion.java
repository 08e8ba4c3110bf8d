package inventory.api.store;

import inventory.api.StaleVersionException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a row that a caller has seen, as {@code ETag} and {@code If-Match} of HTTP carry it.
 *
 * @param number empty: whichever it is
 */
public record SeenVersion(OptionalLong number) {
    /** Whichever version it is. */
    public static final SeenVersion ANY = new SeenVersion(OptionalLong.empty());

    private static final long NEVER = -1;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** This version and no other. */
    public static SeenVersion of(long number) {
        return new SeenVersion(OptionalLong.of(number));
    }

    /** @param ifMatch the header; {@code *}: any version. What is no version of ours is never the newest. */
    public static SeenVersion ofIfMatch(String ifMatch) {
        if (ifMatch.strip().equals("*")) {
            return ANY;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        return of(tag.matches() ? Long.parseLong(tag.group(1)) : NEVER);
    }

    /**
     * @param what is to be changed, such as "The machine"
     * @throws StaleVersionException another version is the newest
     */
    public void requireNewest(String what, long newest) {
        if (number.isPresent() && number.getAsLong() != newest) {
            throw new StaleVersionException(
                    what + " was changed meanwhile, it is version " + newest + " now. Read it again.");
        }
    }
}
