package inventory.core.store.feed;

import inventory.api.InvalidInputException;
import inventory.api.change.ChangeFeed;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed: behind one change of a batch.
 *
 * @param position of the batch
 * @param part of the batch: what appeared comes before what drifted
 * @param id of the appeared resource or the drift
 */
record FeedCursor(long position, Part part, UUID id) {
    private static final UUID NONE = new UUID(0, 0);
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,18})(?:\\.([ad])\\.(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}))?");

    /** The parts of a batch, in order. */
    enum Part {
        APPEARED,
        DRIFTED,
        END
    }

    /** Before the first change of a batch. */
    static FeedCursor before(long position) {
        return new FeedCursor(position, Part.APPEARED, NONE);
    }

    /** Behind the last change of a batch. */
    static FeedCursor behind(long position) {
        return new FeedCursor(position, Part.END, NONE);
    }

    static FeedCursor of(String text) {
        if (text.equals(ChangeFeed.START)) {
            return behind(0);
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw InvalidInputException.of("cursor", "This is no cursor of the change feed.");
        }
        long position = Long.parseLong(parts.group(1));
        if (parts.group(2) == null) {
            return behind(position);
        }
        Part part = parts.group(2).equals("a") ? Part.APPEARED : Part.DRIFTED;
        return new FeedCursor(position, part, UUID.fromString(parts.group(3)));
    }

    /** @return the id that a change of this part must lie behind */
    UUID idIn(Part wanted) {
        return part == wanted ? id : NONE;
    }

    @Override
    public String toString() {
        return switch (part) {
            case APPEARED -> position + ".a." + id;
            case DRIFTED -> position + ".d." + id;
            case END -> Long.toString(position);
        };
    }
}
