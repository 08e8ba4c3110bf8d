package provider.aws.client;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** One session with one account. Thread-safe. */
public final class AwsClient implements AutoCloseable {
    private static final List<String> USABLE = List.of("opt-in-not-required", "opted-in");
    private final Access access;
    private final Calls calls;
    private final CallGate gate;
    private final SdkHttpClient http;
    private final Credentials credentials;
    private final ClientFactory factory;
    private final ConcurrentMap<String, RegionClient> regions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, RegionClient> changing = new ConcurrentHashMap<>();

    /** Opens nothing yet: the first call does. */
    public AwsClient(Access access, ProviderContext context) {
        this.access = access;
        calls = new Calls(context, new FailureMapper(access));
        gate = new CallGate(context);
        http = HttpTransport.open(context.http());
        factory = ClientFactory.forReading(access, http, gate);
        credentials = new Credentials(factory);
    }

    /** @param arn of the user or role */
    public record Identity(String account, String arn) {}

    /** Who AWS says we are; from then on the rate limits are those of that account. */
    public Identity identify() throws ProviderException, InterruptedException {
        if (access.role().isPresent()) {
            calls.one(new Call("sts", "AssumeRole", access.region()), credentials::resolve);
        }
        Call call = new Call("sts", "GetCallerIdentity", access.region());
        try (StsClient sts = factory.build(StsClient.builder(), credentials.provider(), access.region())) {
            GetCallerIdentityResponse identity = calls.one(call, () -> {
                credentials.resolve();
                return sts.getCallerIdentity();
            });
            if (identity.account() == null || identity.account().isBlank()) {
                throw new ProviderException(FailureKind.MALFORMED, call + ": the answer names no account.");
            }
            gate.account(identity.account());
            return new Identity(identity.account(), identity.arn() == null ? "" : identity.arn());
        }
    }

    /** @return names of the regions that are enabled for the account, sorted */
    public List<String> enabledRegions() throws ProviderException, InterruptedException {
        DescribeRegionsRequest request = DescribeRegionsRequest.builder()
                .filters(Filter.builder().name("opt-in-status").values(USABLE).build())
                .build();
        return calls
                .one(
                        new Call("ec2", "DescribeRegions", access.region()),
                        () -> region(access.region()).ec2().describeRegions(request))
                .regions()
                .stream()
                .filter(region -> USABLE.contains(region.optInStatus()))
                .map(Region::regionName)
                .sorted()
                .toList();
    }

    /** @return the services of a region; the same object for the same name */
    public RegionClient region(String name) {
        return regions.computeIfAbsent(
                name, region -> new RegionClient(region, factory, credentials.provider(), calls));
    }

    /** @return the same services for what changes something: nothing is sent twice */
    public RegionClient changing(String name) {
        return changing.computeIfAbsent(
                name, region -> new RegionClient(region, factory.forChanging(), credentials.provider(), calls));
    }

    /** @return where things are asked for that belong to no region */
    public RegionClient home() {
        return region(access.region());
    }

    @Override
    public void close() {
        regions.values().forEach(RegionClient::close);
        changing.values().forEach(RegionClient::close);
        credentials.close();
        http.close();
    }
}
