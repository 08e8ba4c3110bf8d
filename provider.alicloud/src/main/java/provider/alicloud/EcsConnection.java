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
import java.util.List;
import provider.alicloud.client.RpcClient;
import provider.alicloud.map.Origin;

/** One account for one run. A scope is {@code account/region/type}. */
record EcsConnection(ProviderContext context, Account account, RpcClient client, List<String> regions)
        implements ProviderConnection, ConnectionTest, ResourceActions {

    static EcsConnection open(AlicloudSettings settings, ProviderContext context)
            throws ProviderException, InterruptedException {
        Account account = Account.of(settings, context);
        RpcClient client = new RpcClient(context, settings.access(), account.id());
        List<String> regions =
                settings.regions().isEmpty() ? Account.regions(client, settings.home()) : settings.regions();
        return new EcsConnection(context, account, client, regions);
    }

    @Override
    public List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.ALL) {
            if (context.targetTypes().isEmpty() || context.targetTypes().contains(kind.slug())) {
                for (String region : regions) {
                    scopes.add(Scope.of(account.id() + "/" + region + "/" + kind.slug(), kind.slug()));
                }
            }
        }
        return scopes;
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        String[] parts = scope.id().split("/", -1);
        ResourceKind kind = ResourceKind.of(parts[2]);
        Origin origin = new Origin(account.id(), parts[1]);
        context.progress("Reading " + kind.slug() + " in " + parts[1]);
        kind.listing().read(client, parts[1], item -> sink.accept(kind.mapper().apply(item, origin)));
    }

    /** Every type in the first region, and instances in all others. */
    @Override
    public String test() throws ProviderException, InterruptedException {
        List<String> denied = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.ALL) {
            try {
                kind.listing().probe(client, regions.get(0));
            } catch (ProviderException e) {
                if (e.kind() != FailureKind.PERMISSION) {
                    throw e;
                }
                denied.add(kind.slug());
            }
        }
        if (denied.size() == ResourceKind.ALL.size()) {
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
