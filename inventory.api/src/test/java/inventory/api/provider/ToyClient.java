package inventory.api.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Speaks the protocol of the toy system, well or with a flaw. */
final class ToyClient {
    private static final RateLimit LIMIT = new RateLimit("toy", 100, Duration.ofSeconds(1));
    private static final Page EMPTY = new Page(List.of(), "");
    private final ToyEndpoint endpoint;
    private final FakeProviderContext context;
    private final Flaw flaw;

    record Page(List<String> refs, String next) {}

    private interface Call {
        ToyEndpoint.Reply answer() throws IOException, InterruptedException;
    }

    ToyClient(ToyEndpoint endpoint, FakeProviderContext context, Flaw flaw) {
        this.endpoint = endpoint;
        this.context = context;
        this.flaw = flaw;
    }

    void hello() throws ProviderException, InterruptedException {
        page(() -> endpoint.hello(context.credential().password()));
    }

    Page list(String type, String token) throws ProviderException, InterruptedException {
        return page(() -> endpoint.list(context.credential().password(), type, token));
    }

    void permit() throws ProviderException, InterruptedException {
        try {
            context.permit(LIMIT);
        } catch (InterruptedException e) {
            if (flaw != Flaw.SWALLOWS_THE_INTERRUPT_OF_A_PERMIT) {
                throw e;
            }
        } catch (ProviderException e) {
            if (flaw != Flaw.READS_ON_WITHOUT_A_PERMIT) {
                throw e;
            }
        }
    }

    private Page page(Call call) throws ProviderException, InterruptedException {
        if (flaw != Flaw.CALLS_WITHOUT_PERMIT || context.calls() == 0) {
            permit();
        }
        try {
            return parse(call.answer());
        } catch (IOException e) {
            if (flaw == Flaw.TAKES_NO_CONNECTION_FOR_EMPTY) {
                return EMPTY;
            }
            throw new ProviderException(FailureKind.UNREACHABLE, "Nobody listens.", e);
        } catch (InterruptedException e) {
            if (flaw == Flaw.IGNORES_AN_INTERRUPT) {
                Await.until(() -> false, Duration.ofSeconds(3));
            }
            if (flaw == Flaw.TELLS_AN_INTERRUPT_AS_FAILURE) {
                throw new ProviderException(FailureKind.INTERNAL, "Interrupted.", e);
            }
            throw e;
        }
    }

    private Page parse(ToyEndpoint.Reply reply) throws ProviderException {
        return switch (reply.status()) {
            case 200 -> parse(reply.body());
            case 401 -> throw refused();
            case 403 -> throw new ProviderException(FailureKind.PERMISSION, reply.body());
            case 429 -> throttled(reply);
            default -> broken(reply);
        };
    }

    private ProviderException refused() {
        String shown =
                flaw == Flaw.SHOWS_THE_KEY_IN_AN_ERROR ? context.credential().password() : "key";
        return new ProviderException(FailureKind.AUTHENTICATION, "The " + shown + " was refused.");
    }

    private Page broken(ToyEndpoint.Reply reply) throws ProviderException {
        if (flaw == Flaw.ENDS_AT_A_BROKEN_PAGE) {
            return EMPTY;
        }
        throw new ProviderException(FailureKind.INTERNAL, "Status " + reply.status());
    }

    private Page throttled(ToyEndpoint.Reply reply) throws ProviderException {
        if (flaw == Flaw.TAKES_A_THROTTLE_FOR_EMPTY) {
            return EMPTY;
        }
        Optional<Duration> wait = reply.retryAfter().map(Duration::ofSeconds);
        throw new ProviderException(
                flaw == Flaw.TELLS_A_THROTTLE_AS_INTERNAL ? FailureKind.INTERNAL : FailureKind.THROTTLED,
                "Asked too often.",
                flaw == Flaw.FORGETS_HOW_LONG_TO_WAIT ? Optional.empty() : wait,
                null);
    }

    private Page parse(String body) throws ProviderException {
        boolean html = body.startsWith("<");
        if (html && flaw == Flaw.TAKES_A_LOGIN_PAGE_FOR_EMPTY) {
            return EMPTY;
        }
        if (html || (!body.endsWith("|end") && flaw != Flaw.TAKES_A_CUT_BODY)) {
            throw new ProviderException(FailureKind.MALFORMED, "No listing: " + body);
        }
        String[] parts = body.split("\\|", -1);
        return new Page(List.of(parts[0].split(" ")), parts.length > 2 ? parts[1] : "");
    }
}
