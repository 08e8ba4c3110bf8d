package inventory.api.http;

import java.net.http.HttpResponse;
import java.util.Locale;

/** What an answer is written in. */
enum Format {
    JSON("application/json"),
    XML("application/xml");

    private static final int LONGEST_MARK = "<!doctype html".length();
    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether this is a page for people, as a proxy or a portal puts it in the place of an answer. */
    boolean isPage(HttpResponse<String> answer) {
        String body = answer.body().stripLeading();
        String begin = body.substring(0, Math.min(body.length(), LONGEST_MARK)).toLowerCase(Locale.ROOT);
        return answer.headers().firstValue("Content-Type").orElse("").contains("text/html")
                || begin.startsWith("<html")
                || begin.startsWith("<!doctype html")
                || (this == JSON && begin.startsWith("<"));
    }
}
