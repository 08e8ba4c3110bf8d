package inventory.api.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A made-up system with a text protocol and pages, which can be broken in every way. */
final class ToyEndpoint {
    static final String KEY = "toy-key-90ab";
    static final String DENIED = "block_storage";
    static final int CALLS_FOR_EVERYTHING = 7;

    private static final Map<String, List<String>> PAGES = Map.of(
            "virtual_machine", List.of("vm-1 vm-2", "vm-3"),
            "block_storage", List.of("vol-1", "vol-2"),
            "subnet", List.of("net-1 net-2", "net-3 net-4"));

    private final Optional<Fault> fault;
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    /** One answer; the body of a listing is {@code references|next page|end}. */
    record Reply(int status, String body, Optional<Integer> retryAfter) {
        Reply(int status, String body) {
            this(status, body, Optional.empty());
        }
    }

    ToyEndpoint(Optional<Fault> fault) {
        this.fault = fault;
    }

    int calls() {
        return calls.get();
    }

    /** Says who one is. */
    Reply hello(String key) throws IOException, InterruptedException {
        calls.incrementAndGet();
        return answer(key, "hello|end");
    }

    /** One page of a type; the first page has the token 0. */
    Reply list(String key, String type, String token) throws IOException, InterruptedException {
        calls.incrementAndGet();
        int page = Integer.parseInt(token);
        if (is(Fault.DENIED_TYPE) && type.equals(DENIED)) {
            return new Reply(403, "missing right: list " + type);
        }
        if (is(Fault.BROKEN_LATER_PAGE) && page > 0) {
            return new Reply(500, "out of order");
        }
        String next = page + 1 < PAGES.get(type).size() ? String.valueOf(page + 1) : "";
        return answer(key, PAGES.get(type).get(page) + "|" + (is(Fault.REPEATED_PAGE_TOKEN) ? "0" : next) + "|end");
    }

    private Reply answer(String key, String body) throws IOException, InterruptedException {
        if (!key.equals(KEY)) {
            return new Reply(401, "who are you");
        }
        if (fault.isEmpty()) {
            return new Reply(200, body);
        }
        return switch (fault.get()) {
            case REFUSED_CONNECTION -> throw new ConnectException("Connection refused");
            case SLOW_ANSWER -> new Reply(never.await(30, TimeUnit.SECONDS) ? 200 : 504, "");
            case THROTTLED -> new Reply(429, "slow down");
            case THROTTLED_WITH_RETRY_AFTER ->
                new Reply(429, "slow down", Optional.of((int) Fault.RETRY_AFTER.toSeconds()));
            case CUT_BODY -> new Reply(200, body.substring(0, body.length() - 4));
            case HTML_WITH_STATUS_200 -> new Reply(200, "<html>Please log in</html>");
            default -> new Reply(200, body);
        };
    }

    private boolean is(Fault other) {
        return fault.equals(Optional.of(other));
    }
}
