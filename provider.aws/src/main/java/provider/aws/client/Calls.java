package provider.aws.client;

import inventory.api.action.ActionProgress;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes calls and walks pages; whatever goes wrong comes out as a {@link ProviderException}. */
final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int TRIES = 3;
    private static final int MAX_PAGES = 20_000;
    private final ProviderContext context;
    private final FailureMapper failures;

    Calls(ProviderContext context, FailureMapper failures) {
        this.context = context;
        this.failures = failures;
    }

    /** An answer that broke off or cannot be parsed is asked for again, which the SDK does for JSON, but not for XML. */
    <R> R one(Call call, Supplier<R> request) throws ProviderException, InterruptedException {
        for (int tried = 0; ; ) {
            try {
                return request.get();
            } catch (SdkException | AnswerGuard.BadAnswer | CallGate.NotPermitted e) {
                failures.rethrowInterrupt(e);
                tried += failures.attempts(e);
                if (tried >= TRIES || !failures.brokeOff(e)) {
                    ProviderException failure = failures.map(e, call);
                    LOG.debug("{} {}", failure.kind(), failure.getMessage());
                    throw failure;
                }
                LOG.debug("{}: the answer broke off, asking again", call);
            }
        }
    }

    /** Changes something, through a client that sends it once. */
    <R> R change(Call call, ActionProgress progress, Supplier<R> request)
            throws ProviderException, InterruptedException {
        progress.changing();
        try {
            R answer = request.get();
            progress.changed();
            return answer;
        } catch (SdkException | AnswerGuard.BadAnswer | CallGate.NotPermitted e) {
            failures.rethrowInterrupt(e);
            throw failures.mapChange(e, call);
        }
    }

    /** Asks whether a change would be done. */
    void rehearse(Call call, Supplier<?> request) throws ProviderException, InterruptedException {
        try {
            LOG.debug("{} answers a rehearsal with {}", call, request.get());
        } catch (SdkException | AnswerGuard.BadAnswer | CallGate.NotPermitted e) {
            failures.rethrowInterrupt(e);
            if (failures.wouldSucceed(e)) {
                return;
            }
            throw failures.map(e, call);
        }
        throw new ProviderException(
                FailureKind.MALFORMED,
                call + ": only a rehearsal was asked for, and the answer is that it was done. Look at it.");
    }

    /**
     * Asks for page after page.
     *
     * @param request from the token of a page, null for the first, to the page
     * @param next from a page to the token of the following one
     */
    <R> void pages(Call call, Function<String, R> request, Function<R, String> next, Visitor<R> visitor)
            throws ProviderException, InterruptedException {
        Set<String> tokens = new HashSet<>();
        String token = null;
        do {
            String current = token;
            R page = one(call, () -> request.apply(current));
            visitor.visit(page);
            token = next.apply(page);
            if (token != null && !token.isEmpty() && (!tokens.add(token) || tokens.size() >= MAX_PAGES)) {
                throw new ProviderException(
                        FailureKind.MALFORMED, call + ": the pages never end, page " + tokens.size() + " came again.");
            }
        } while (token != null && !token.isEmpty());
    }

    /** For what only adds to things that are listed anyway: empty when the right to it is missing. */
    <R> Optional<R> ifAllowed(Call call, Supplier<R> request) throws ProviderException, InterruptedException {
        try {
            return Optional.of(one(call, request));
        } catch (ProviderException e) {
            leaveOut(call, e);
            return Optional.empty();
        }
    }

    /** As {@link #pages}, for what only adds to things that are listed anyway. */
    <R> void pagesIfAllowed(Call call, Function<String, R> request, Function<R, String> next, Visitor<R> visitor)
            throws ProviderException, InterruptedException {
        try {
            pages(call, request, next, visitor);
        } catch (ProviderException e) {
            leaveOut(call, e);
        }
    }

    private void leaveOut(Call call, ProviderException e) throws ProviderException {
        if (e.kind() != FailureKind.PERMISSION) {
            throw e;
        }
        context.progress("Without " + call.permission() + " in " + call.region() + ", some details are left out.");
        LOG.debug("{}: not allowed, left out", call);
    }

    /** A list that is not in a JSON answer is no empty list. */
    static void requireList(boolean present, Call call) throws ProviderException {
        if (!present) {
            throw new ProviderException(FailureKind.MALFORMED, call + ": the answer holds no list.");
        }
    }
}
