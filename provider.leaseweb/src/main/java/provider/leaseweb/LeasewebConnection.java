package provider.leaseweb;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.ResourceActions;
import inventory.api.http.HttpCalls;
import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import provider.leaseweb.client.ErrorResult;
import provider.leaseweb.client.LeasewebClient;
import provider.leaseweb.client.Page;
import provider.leaseweb.map.PrivateNetworkMapper;
import provider.leaseweb.map.ServerFacts;
import provider.leaseweb.map.ServerMapper;

/**
 * One account for one run. The list of servers is read once; what must be asked for each server is read in slices, so that several are
 * asked about at once and a failure costs one slice.
 */
final class LeasewebConnection implements ProviderConnection, ConnectionTest, ResourceActions {
    private static final String SERVER = "bare_metal";
    private static final Scope NETWORKS = Scope.of("private-networks", "vlan_segment");
    /** A server stays in its slice: with another number each would be in another scope, and what vanished would be kept. */
    private static final int SLICES = 8;

    private final LeasewebClient client;
    private final Page first;
    private final LeasewebSettings settings;
    private final KeptSchemas schemas;
    private volatile Optional<List<JsonNode>> servers = Optional.empty();

    private LeasewebConnection(LeasewebClient client, Page first, LeasewebSettings settings, KeptSchemas schemas) {
        this.client = client;
        this.first = first;
        this.settings = settings;
        this.schemas = schemas;
    }

    /** A key that is refused is refused here. */
    static LeasewebConnection open(LeasewebSettings settings, ProviderContext context, KeptSchemas schemas)
            throws ProviderException, InterruptedException {
        HttpCalls calls = new HttpCalls(context, settings.limit(), new ErrorResult());
        LeasewebClient client = new LeasewebClient(calls, settings.url(), settings.apiKey());
        return new LeasewebConnection(client, client.first("/servers", "servers"), settings, schemas);
    }

    @Override
    public List<Scope> scopes() throws ProviderException, InterruptedException {
        servers = Optional.of(listed());
        List<Scope> scopes = new ArrayList<>(List.of(NETWORKS));
        for (int slice = 0; slice < SLICES; slice++) {
            scopes.add(Scope.of(id(slice), SERVER));
        }
        return scopes;
    }

    private List<JsonNode> listed() throws ProviderException, InterruptedException {
        List<JsonNode> all = client.list("/servers", "servers", "");
        Set<String> seen = new HashSet<>();
        for (JsonNode server : all) {
            String id = server.path("id").asText();
            if (id.isBlank() || !seen.add(id)) {
                throw new ProviderException(
                        FailureKind.MALFORMED,
                        "LeaseWeb's list of servers has "
                                + (id.isBlank()
                                        ? "one without an id."
                                        : "server " + id + " twice: it changed while it was read."));
            }
        }
        return all;
    }

    private static String id(int slice) {
        return "servers/" + slice;
    }

    private static String sliceOf(JsonNode server) {
        return id(Math.floorMod(server.path("id").asText().hashCode(), SLICES));
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        List<JsonNode> all = servers.orElseThrow();
        if (scope.equals(NETWORKS)) {
            for (ResourceData network : PrivateNetworkMapper.resources(all)) {
                sink.accept(network);
            }
            return;
        }
        for (JsonNode server : all) {
            if (sliceOf(server).equals(scope.id())) {
                collect(server.path("id").asText(), sink);
            }
        }
    }

    /** A server that may not be read is left as it is known, and the others are read. */
    private void collect(String id, ResourceSink sink) throws ProviderException, InterruptedException {
        ServerFacts facts;
        try {
            facts = facts(id);
        } catch (ProviderException e) {
            if (e.kind() != FailureKind.PERMISSION) {
                throw e;
            }
            sink.notRead(SERVER, e.kind(), e.getMessage());
            return;
        }
        sink.accept(ServerMapper.resource(facts));
    }

    private ServerFacts facts(String id) throws ProviderException, InterruptedException {
        JsonNode server = client.get(LeasewebClient.server(id, ""));
        if (!server.path("id").asText().equals(id)) {
            throw new ProviderException(
                    FailureKind.MALFORMED,
                    "LeaseWeb was asked for server " + id + " and answered "
                            + server.path("id").asText("something else") + ".");
        }
        List<JsonNode> ips = client.list(LeasewebClient.server(id, "/ips"), "ips", "");
        List<JsonNode> jobs = client.list(LeasewebClient.server(id, "/jobs"), "jobs", "");
        return new ServerFacts(server, ips, jobs, power(id));
    }

    /** A remote control that does not answer is a fact about its server, not a failure of the run. */
    private Optional<JsonNode> power(String id) throws ProviderException, InterruptedException {
        try {
            return Optional.of(client.get(LeasewebClient.server(id, "/powerInfo")));
        } catch (ProviderException e) {
            if (e.kind() != FailureKind.INTERNAL) {
                throw e;
            }
            return Optional.empty();
        }
    }

    @Override
    public String test() throws ProviderException, InterruptedException {
        JsonNode one = first.items().path(0);
        if (one.isMissingNode()) {
            return "The key is good; its account has no dedicated server.";
        }
        facts(one.path("id").asText());
        return "Connected as customer "
                + one.path("contract").path("customerId").asText("unknown")
                + "; dedicated servers that can be read with addresses, jobs and power: " + first.total() + ".";
    }

    @Override
    public ActionResult perform(ActionRequest request, ActionProgress progress)
            throws ProviderException, InterruptedException {
        return new ServerActions(client, request.target().emsRef(), progress, schemas).perform(request);
    }

    @Override
    public void close() {
        // nothing is held open
    }

    @Override
    public String toString() {
        return "LeasewebConnection[" + settings + "]";
    }
}
