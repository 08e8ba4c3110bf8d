package provider.aws;

import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.ResourceActions;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import java.util.ArrayList;
import java.util.List;
import provider.aws.client.AwsClient;
import provider.aws.client.Ec2Listing;
import provider.aws.map.Origin;

/** One account for one run. A scope is {@code account/region/type}; buckets, listed for all regions at once, have region "global". */
final class AwsConnection implements ProviderConnection, ConnectionTest, ResourceActions {
    private static final String GLOBAL = "global";
    private final AwsClient aws;
    private final ProviderContext context;
    private final String partition;
    private final AwsClient.Identity identity;
    private final List<String> regions;

    private AwsConnection(
            AwsClient aws,
            ProviderContext context,
            String partition,
            AwsClient.Identity identity,
            List<String> regions) {
        this.aws = aws;
        this.context = context;
        this.partition = partition;
        this.identity = identity;
        this.regions = regions;
    }

    static AwsConnection open(AwsSettings settings, ProviderContext context)
            throws ProviderException, InterruptedException {
        AwsClient aws = new AwsClient(settings.access(), context);
        boolean opened = false;
        try {
            AwsClient.Identity identity = aws.identify();
            List<String> regions = settings.regions().isEmpty() ? aws.enabledRegions() : settings.regions();
            opened = true;
            return new AwsConnection(aws, context, settings.partition(), identity, regions);
        } finally {
            if (!opened) {
                aws.close();
            }
        }
    }

    @Override
    public List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.values()) {
            if (!context.targetTypes().isEmpty() && !context.targetTypes().contains(kind.slug())) {
                continue;
            }
            for (String region : kind.isGlobal() ? List.of(GLOBAL) : regions) {
                scopes.add(Scope.of(identity.account() + "/" + region + "/" + kind.slug(), kind.slug()));
            }
        }
        return scopes;
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        String[] parts = scope.id().split("/", -1);
        ResourceKind kind = ResourceKind.of(parts[2]);
        String region = kind.isGlobal() ? "" : parts[1];
        context.progress("Reading " + kind.slug() + " in " + parts[1]);
        kind.read(new Reading(aws, new Origin(partition, identity.account(), region), regions, sink));
    }

    @Override
    public String test() throws ProviderException, InterruptedException {
        for (String region : regions) {
            new Ec2Listing(aws.region(region)).probe();
        }
        return "Connected to account %s as %s; can read %s."
                .formatted(identity.account(), identity.arn(), String.join(", ", regions));
    }

    @Override
    public ActionResult perform(ActionRequest request, ActionProgress progress)
            throws ProviderException, InterruptedException {
        return new AwsActions(aws, progress).perform(request);
    }

    @Override
    public void close() {
        aws.close();
    }
}
