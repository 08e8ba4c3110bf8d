package provider.alicloud.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.http.ErrorCodes;
import inventory.api.http.HttpCalls;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls the RPC interfaces, one request for each call. Thread-safe. */
public final class RpcClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ErrorCodes ERRORS = new AlicloudErrors();
    private static final int CALLS_PER_SECOND = 10;
    private final ProviderContext context;
    private final Access access;
    private final String bucket;

    /** @param account whose limits are counted; empty while it is not known */
    public RpcClient(ProviderContext context, Access access, String account) {
        this.context = context;
        this.access = access;
        this.bucket = "alicloud/" + account;
    }

    /** A call of one product in one region. */
    public record Operation(Product product, String region, String action) {}

    /**
     * @param parameters besides the region
     * @return the answer, an object
     */
    public JsonNode call(Operation operation, Map<String, String> parameters)
            throws ProviderException, InterruptedException {
        return parsed(operation, send(operation, parameters, ERRORS));
    }

    /** Sends a call that changes something, once. After an error of the server's it is not known whether it did. */
    public void change(Operation operation, Map<String, String> parameters)
            throws ProviderException, InterruptedException {
        ErrorCodes errors = (status, body) -> {
            Optional<ErrorCodes.Meaning> meaning = ERRORS.meaning(status, body);
            return status < 500 || meaning.isPresent()
                    ? meaning
                    : Optional.of(new ErrorCodes.Meaning(FailureKind.TIMEOUT, "Alibaba Cloud failed in the middle"));
        };
        parsed(operation, send(operation, parameters, errors));
    }

    /** Sends a call with {@code DryRun}, and returns if the real one would be carried out. */
    public void rehearse(Operation operation, Map<String, String> parameters)
            throws ProviderException, InterruptedException {
        Map<String, String> dry = new TreeMap<>(parameters);
        dry.put("DryRun", "true");
        AtomicBoolean passed = new AtomicBoolean();
        ErrorCodes errors = (status, body) -> {
            String code = AlicloudErrors.code(body);
            passed.set(code.equals("DryRunOperation") || code.equals("DRYRUN.SUCCESS"));
            return ERRORS.meaning(status, body);
        };
        try {
            send(operation, dry, errors);
        } catch (ProviderException e) {
            // that the check was passed is told as an error, since nothing was done
            if (!passed.get()) {
                throw e;
            }
        }
    }

    private String send(Operation operation, Map<String, String> parameters, ErrorCodes errors)
            throws ProviderException, InterruptedException {
        TreeMap<String, String> all = new TreeMap<>(parameters);
        all.put("RegionId", operation.region());
        String query = Signing.query(all);
        String address = access.address(operation.product(), operation.region());
        HttpRequest.Builder request =
                HttpCalls.to(address + "/?" + query).method(V3Signature.METHOD, HttpRequest.BodyPublishers.noBody());
        V3Signature.Call call = new V3Signature.Call(
                request.build().uri().getAuthority(),
                operation.action(),
                operation.product().version(),
                query);
        new V3Signature(access)
                .headers(call, context.clock().instant(), UUID.randomUUID().toString())
                .forEach(request::header);
        try {
            return new HttpCalls(context, limit(operation), errors)
                    .json(request)
                    .body();
        } catch (ProviderException e) {
            throw named(operation, e);
        }
    }

    /** Limits are per account, region and operation. */
    private RateLimit limit(Operation operation) {
        return new RateLimit(
                bucket + "/" + operation.region() + "/" + operation.action(), CALLS_PER_SECOND, Duration.ofSeconds(1));
    }

    /** The action is not in the path. What was throttled in one minute is answered again in the next. */
    private ProviderException named(Operation operation, ProviderException failure) {
        Optional<Duration> wait = failure.retryAfter();
        if (failure.kind() == FailureKind.THROTTLED && wait.isEmpty()) {
            Instant now = context.clock().instant();
            wait = Optional.of(
                    Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES)));
        }
        return new ProviderException(
                failure.kind(),
                operation.action() + " in " + operation.region() + ": " + failure.getMessage(),
                wait,
                failure);
    }

    private static JsonNode parsed(Operation operation, String body) throws ProviderException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProviderException(
                    FailureKind.MALFORMED,
                    operation.action() + " in " + operation.region()
                            + " was answered with what is no JSON, from column "
                            + e.getLocation().getColumnNr() + " of line "
                            + e.getLocation().getLineNr() + " on.",
                    e);
        }
    }
}
