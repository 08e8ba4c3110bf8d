package provider.leaseweb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.http.FakeHttpServer;
import inventory.api.http.FakeHttpServer.Reply;
import inventory.api.http.FakeHttpServer.Request;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import provider.leaseweb.store.SchemaStore;

/** LeaseWeb's API with an account of its own, which keeps what is done to it. Pages have no more than five entries. To be closed. */
public final class FakeLeaseweb implements AutoCloseable {
    /** The right key. */
    public static final String KEY = "fake-lsw-key-9d21";

    private static final String BASE = "/bareMetals/v2";
    private static final int LONGEST_PAGE = 5;
    private static final List<String> SYSTEMS = List.of("DEBIAN_12_64BIT", "UBUNTU_22_04_64BIT", "WINDOWS_2022_64BIT");

    private final Map<String, FakeServer> servers = new TreeMap<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private final FakeHttpServer http;
    private volatile Mishap mishap = Mishap.NONE;

    /** What happens to the next call that changes something. */
    enum Mishap {
        NONE,
        /** It is refused before it is looked at. */
        THROTTLED,
        /** It is done, and the connection ends before the answer. */
        CUT
    }

    private FakeLeaseweb(int count) throws IOException {
        for (int number = 0; number < count; number++) {
            FakeServer server = new FakeServer(number);
            servers.put(server.id, server);
        }
        http = FakeHttpServer.conversing(credential(KEY), credential("wrong-key-5521"), this::answer)
                .whenAsked(Fault.REPEATED_PAGE_TOKEN, request -> answer(request, 0))
                .whenAsked(
                        Fault.BROKEN_LATER_PAGE,
                        request -> number(request, "offset", 0) > 0 ? error(500) : answer(request))
                .whenAsked(
                        Fault.DENIED_TYPE,
                        request -> request.uri().getPath().contains("/servers/100003") ? error(403) : answer(request));
    }

    /** A running one with this many servers. */
    public static FakeLeaseweb with(int servers) throws IOException {
        return new FakeLeaseweb(servers);
    }

    private static ProviderCredential credential(String key) {
        return new ProviderCredential("", "", "127.0.0.1", 443, Map.of("api_key", key));
    }

    /** The provider with all faults that this system can have. */
    public Subject subject() {
        return http.subject(provider()).secret(KEY);
    }

    /** The provider, where no schema is kept. */
    static LeasewebProvider provider() {
        return new LeasewebProvider(new SchemaStore(new NoDatabase()));
    }

    /** The way in. */
    public FakeProviderContext context() {
        return http.context();
    }

    /** Where it listens. */
    public String url() {
        return http.url();
    }

    /** From now on it is broken so. */
    public void breaksWith(Fault fault) {
        http.breaksWith(fault);
    }

    /** How many calls came. */
    public int calls() {
        return http.calls();
    }

    FakeServer server(String id) {
        return servers.get(id);
    }

    void remove(String id) {
        servers.remove(id);
    }

    void next(Mishap kind) {
        mishap = kind;
    }

    /** The changes that were asked for, {@code METHOD path body}. */
    public List<String> changes() {
        return changes;
    }

    private Reply answer(Request request) throws IOException {
        return answer(request, number(request, "offset", 0));
    }

    private synchronized Reply answer(Request request, int offset) throws IOException {
        if (!request.header("X-LSW-Auth").equals(KEY)) {
            return error(401);
        }
        String path = request.uri().getRawPath();
        if (!path.startsWith(BASE + "/")) {
            return error(404);
        }
        List<String> parts = List.of(path.substring(BASE.length() + 1).split("/", -1));
        if (!request.method().equals("GET")) {
            return change(request, parts);
        }
        return parts.get(0).equals("servers") ? read(request, parts, offset) : catalogue(parts, request, offset);
    }

    private Reply read(Request request, List<String> parts, int offset) {
        if (parts.size() == 1) {
            return page(
                    request,
                    "servers",
                    servers.values().stream().map(FakeServer::brief).toList(),
                    offset);
        }
        FakeServer server = servers.get(parts.get(1));
        if (server == null) {
            return error(404);
        }
        return switch (parts.size() == 2 ? "" : parts.get(2)) {
            case "" -> Reply.of(server.full().toString());
            case "ips" -> page(request, "ips", List.copyOf(elements(server.ips())), offset);
            case "powerInfo" -> server.reachable ? Reply.of(power(server)) : error(500);
            case "leases" -> page(request, "leases", server.leases, offset);
            case "jobs" -> parts.size() == 3 ? jobs(request, server, offset) : job(server, parts.get(3));
            default -> error(404);
        };
    }

    private static Reply jobs(Request request, FakeServer server, int offset) {
        boolean running = request.url().contains("isRunning=true");
        List<ObjectNode> jobs = server.jobs.stream()
                .filter(job -> !running || job.get("isRunning").asBoolean())
                .toList();
        return page(request, "jobs", jobs, offset);
    }

    private static Reply job(FakeServer server, String uuid) {
        if (server.brokenLooks > 0) {
            server.brokenLooks--;
            return error(503);
        }
        return server.jobs.stream()
                .filter(job -> job.get("uuid").asText().equals(uuid))
                .findFirst()
                .map(job -> Reply.of(FakeServer.seen(job, server.end).toString()))
                .orElseGet(() -> error(404));
    }

    private static String power(FakeServer server) {
        return "{\"ipmi\": {\"status\": \"" + (server.on ? "on" : "off") + "\"}, \"pdu\": {\"status\": \"on\"}}";
    }

    private static Reply catalogue(List<String> parts, Request request, int offset) {
        if (!parts.get(0).equals("operatingSystems") || (parts.size() > 1 && !SYSTEMS.contains(parts.get(1)))) {
            return error(404);
        }
        if (parts.size() == 1) {
            return page(request, "operatingSystems", named(SYSTEMS), offset);
        }
        return parts.size() == 3
                ? page(request, "controlPanels", named(List.of("PLESK_WEB_ADMIN")), offset)
                : Reply.of("{\"id\": \"" + parts.get(1) + "\", \"name\": \"" + parts.get(1)
                        + "\", \"supportedFileSystems\": [\"ext4\", \"xfs\", \"swap\"]}");
    }

    private static List<ObjectNode> named(List<String> ids) {
        return ids.stream()
                .map(id -> FakeServer.JSON.createObjectNode().put("id", id).put("name", id))
                .toList();
    }

    private Reply change(Request request, List<String> parts) throws IOException {
        Mishap happens = mishap;
        mishap = Mishap.NONE;
        changes.add(String.join(" ", request.method(), String.join("/", parts), request.body())
                .strip());
        if (happens == Mishap.THROTTLED) {
            return new Reply(
                    429, "{\"errorCode\": \"429\", \"errorMessage\": \"slow down\"}", Map.of("Retry-After", "7"));
        }
        FakeServer server = servers.get(parts.get(1));
        Reply reply = server == null ? error(404) : change(server, request, parts.size() == 2 ? "" : parts.get(2));
        if (happens == Mishap.CUT) {
            throw new IOException("cut");
        }
        return reply;
    }

    private static Reply change(FakeServer server, Request request, String what) {
        JsonNode body =
                request.body().isEmpty() ? FakeServer.JSON.createObjectNode() : FakeServer.parse(request.body());
        return switch (request.method() + " " + what) {
            case "PUT " -> {
                server.reference(body.path("reference").asText());
                yield new Reply(204, "");
            }
            case "POST powerOn", "POST powerOff" -> {
                server.on = server.stuck ? server.on : what.equals("powerOn");
                yield new Reply(204, "");
            }
            case "POST powerCycle" -> new Reply(204, "");
            case "POST leases" -> {
                server.leases.add(body);
                yield new Reply(204, "");
            }
            case "DELETE leases" -> {
                server.leases.clear();
                yield new Reply(204, "");
            }
            case "POST install" ->
                SYSTEMS.contains(body.path("operatingSystemId").asText())
                        ? new Reply(
                                202,
                                server.job(
                                                "install",
                                                body.get("operatingSystemId").asText())
                                        .toString())
                        : error(400);
            case "POST cancelActiveJob" ->
                server.running().map(FakeLeaseweb::cancelled).orElseGet(() -> error(404));
            default -> error(404);
        };
    }

    private static Reply cancelled(ObjectNode job) {
        return Reply.of(job.put("isRunning", false).put("status", "CANCELED").toString());
    }

    private static Reply page(Request request, String name, List<? extends JsonNode> all, int offset) {
        int limit = Math.min(LONGEST_PAGE, number(request, "limit", 20));
        ObjectNode page = FakeServer.JSON.createObjectNode();
        page.putObject("_metadata").put("limit", limit).put("offset", offset).put("totalCount", all.size());
        ArrayNode items = page.putArray(name);
        all.stream().skip(offset).limit(limit).forEach(items::add);
        return Reply.of(page.toString());
    }

    private static List<JsonNode> elements(ArrayNode array) {
        return Stream.iterate(0, index -> index < array.size(), index -> index + 1)
                .map(array::get)
                .toList();
    }

    private static int number(Request request, String name, int standard) {
        Matcher pair = Pattern.compile("[?&]" + name + "=(\\d+)").matcher(request.url());
        return pair.find() ? Integer.parseInt(pair.group(1)) : standard;
    }

    private static Reply error(int status) {
        return new Reply(
                status,
                "{\"correlationId\": \"289346a1\", \"errorCode\": \"" + status + "\", \"errorMessage\": \"Refused with "
                        + status + ".\"}");
    }

    @Override
    public void close() {
        http.close();
    }
}
