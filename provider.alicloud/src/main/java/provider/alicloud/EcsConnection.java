package provider.alicloud;

import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.ResourceActions;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import provider.alicloud.client.BucketListing;
import provider.alicloud.client.OssClient;
import provider.alicloud.client.RpcClient;
import provider.alicloud.map.BucketMapper;
import provider.alicloud.map.Origin;

/** One account for one run. A scope is {@code account/region/type}; buckets, listed for all regions at once, have region "global". */
record EcsConnection(
        ProviderContext context, Account account, RpcClient client, BucketListing buckets, List<String> regions)
        implements ProviderConnection, ConnectionTest, ResourceActions {
    static final String BUCKETS = "object_storage";
    private static final String GLOBAL = "global";

    static EcsConnection open(AlicloudSettings settings, ProviderContext context)
            throws ProviderException, InterruptedException {
        Account account = Account.of(settings, context);
        RpcClient client = new RpcClient(context, settings.access(), account.id());
        List<String> regions =
                settings.regions().isEmpty() ? Account.regions(client, settings.home()) : settings.regions();
        OssClient oss = new OssClient(context, settings.access(), account.id(), settings.home());
        return new EcsConnection(context, account, client, new BucketListing(oss), regions);
    }

    @Override
    public List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.ALL) {
            regions.forEach(region -> scopes.add(scope(region, kind.slug())));
        }
        scopes.add(scope(GLOBAL, BUCKETS));
        scopes.removeIf(scope ->
                !context.targetTypes().isEmpty() && Collections.disjoint(context.targetTypes(), scope.resourceTypes()));
        return scopes;
    }

    private Scope scope(String region, String type) {
        return Scope.of(account.id() + "/" + region + "/" + type, type);
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        String[] parts = scope.id().split("/", -1);
        Origin origin = new Origin(account.id(), parts[1]);
        context.progress("Reading " + parts[2] + " in " + parts[1]);
        if (parts[2].equals(BUCKETS)) {
            buckets.read(bucket -> sink.accept(BucketMapper.map(name -> BucketListing.text(bucket, name), origin)));
            return;
        }
        ResourceKind kind = ResourceKind.of(parts[2]);
        kind.listing().read(client, parts[1], item -> sink.accept(kind.mapper().apply(item, origin)));
    }

    /** Every type in the first region, and instances in all others. */
    @Override
    public String test() throws ProviderException, InterruptedException {
        List<String> denied = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.ALL) {
            probe(kind.slug(), () -> kind.listing().probe(client, regions.get(0)), denied);
        }
        probe(BUCKETS, buckets::probe, denied);
        if (denied.size() == ResourceKind.ALL.size() + 1) {
            throw new ProviderException(
                    FailureKind.PERMISSION,
                    account.arn() + " may read nothing in " + regions.get(0)
                            + ": give its RAM user the policy of the README.");
        }
        for (String region : regions.subList(1, regions.size())) {
            ResourceKind.MACHINES.listing().probe(client, region);
        }
        return "Connected to account %s as %s; can read %s%s."
                .formatted(
                        account.id(),
                        account.arn(),
                        String.join(", ", regions),
                        denied.isEmpty() ? "" : ", but not " + String.join(", ", denied));
    }

    private interface Probe {
        void ask() throws ProviderException, InterruptedException;
    }

    private static void probe(String type, Probe probe, List<String> denied)
            throws ProviderException, InterruptedException {
        try {
            probe.ask();
        } catch (ProviderException e) {
            if (e.kind() != FailureKind.PERMISSION) {
                throw e;
            }
            denied.add(type);
        }
    }

    @Override
    public ActionResult perform(ActionRequest request, ActionProgress progress)
            throws ProviderException, InterruptedException {
        return new InstanceActions(client, progress).perform(request);
    }

    @Override
    public void close() {
        // nothing is held open
    }

    @Override
    public String toString() {
        return "EcsConnection[" + account.id() + "]";
    }
}
