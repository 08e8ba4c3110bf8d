package provider.ovh;

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
import java.util.List;
import provider.ovh.client.Access;
import provider.ovh.client.AnswerCache;
import provider.ovh.client.Batch;
import provider.ovh.client.Listing;
import provider.ovh.client.OvhClient;
import provider.ovh.map.ServerMapper;
import provider.ovh.map.VrackMapper;

/** The dedicated servers of one account. Servers and vRacks are read, and can fail, apart. */
final class DedicatedConnection implements ProviderConnection, ConnectionTest, ResourceActions {
    static final String SERVERS = "/dedicated/server";

    private static final Scope SERVER_SCOPE = Scope.of("servers", ServerMapper.TYPE);
    private static final Scope VRACK_SCOPE = Scope.of("vracks", VrackMapper.TYPE);

    private final OvhClient client;
    private final ServerReading servers;
    private final VrackReading vracks;
    private final List<String> names;

    private DedicatedConnection(OvhClient client, Batch batch, ProviderContext context, List<String> names) {
        Listing listing = new Listing(client, batch);
        this.client = client;
        this.servers = new ServerReading(listing, batch, context);
        this.vracks = new VrackReading(listing, batch);
        this.names = names;
    }

    static DedicatedConnection open(Access access, ProviderContext context, AnswerCache cache)
            throws ProviderException, InterruptedException {
        OvhClient client = new OvhClient(access, context);
        Batch batch = new Batch(client, context, cache);
        return new DedicatedConnection(client, batch, context, new Listing(client, batch).ids(SERVERS));
    }

    @Override
    public List<Scope> scopes() {
        return List.of(SERVER_SCOPE, VRACK_SCOPE);
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        if (scope.equals(SERVER_SCOPE)) {
            servers.read(sink);
        } else {
            vracks.read(sink);
        }
    }

    /** Reads one server as a run would, and the names of the vRacks. */
    @Override
    public String test() throws ProviderException, InterruptedException {
        if (!names.isEmpty()) {
            servers.check(names.get(0));
        }
        int networks = vracks.names().size();
        return "Connected as %s; can read %d dedicated servers and %d vRacks."
                .formatted(client, names.size(), networks);
    }

    @Override
    public ActionResult perform(ActionRequest request, ActionProgress progress)
            throws ProviderException, InterruptedException {
        return new DedicatedActions(client, progress).perform(request);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
