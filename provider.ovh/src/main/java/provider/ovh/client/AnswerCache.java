package provider.ovh.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that change seldom, as they came, over the runs. Bounded: the one longest unused goes first. Thread-safe.
 *
 * <p>An answer is about 1 kB, so that a full cache takes some 40 MB.
 */
public final class AnswerCache {
    private static final int MOST = 40_000;

    private final Map<String, Kept> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(String answer, Instant until) {}

    synchronized Optional<String> get(String key, Instant now) {
        return Optional.ofNullable(answers.get(key))
                .filter(kept -> now.isBefore(kept.until()))
                .map(Kept::answer);
    }

    synchronized void put(String key, String answer, Instant until) {
        answers.put(key, new Kept(answer, until));
    }
}
