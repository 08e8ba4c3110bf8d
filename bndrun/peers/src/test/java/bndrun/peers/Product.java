package bndrun.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The executable jar in a process of its own, driven as its users do. */
public final class Product implements AutoCloseable {

    private static final Set<String> ENDED = Set.of("completed", "partial", "failed", "canceled");
    private static final String ROOT = System.getProperty("root");

    /** The executable jar. */
    static final Path APP = Path.of(ROOT, "bndrun/target/app.jar");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path home;
    private final int port;
    private final int sshPort;
    private Process process;

    public Product(Path home) throws IOException {
        this.home = home;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket sshSocket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            sshPort = sshSocket.getLocalPort();
        }
    }

    int sshPort() {
        return sshPort;
    }

    /** Starts it and waits until it is healthy. */
    public void start(Map<String, String> environment) throws IOException {
        launch(environment);
        Await.until("healthy", Duration.ofSeconds(90), () -> isAlive() && healthStatus() == 200);
    }

    public void launch(Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (Runtime.version().feature() >= 24) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-jar", APP.toString()));
        begin(command, environment);
    }

    /** Starts it as a user does and waits until it is healthy; returns how long that took. */
    public Duration startByScript(Map<String, String> environment) throws IOException {
        long begin = System.nanoTime();
        begin(List.of(ROOT + "/run"), environment);
        Await.until("healthy", Duration.ofMinutes(2), () -> isAlive() && healthStatus() == 200);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void begin(List<String> start, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of("--port", Integer.toString(port), "--ssh-port", Integer.toString(sshPort)));
        command.addAll(List.of("--home", home.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** What its JVM tells of itself. */
    public Jvm jvm() {
        return new Jvm(process.pid());
    }

    /** Everything it has printed. */
    public String printed() throws IOException {
        return Files.readString(output());
    }

    /** SIGTERM, as a service manager sends it; returns how long it took. */
    public Duration stop() throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running 30 s after SIGTERM");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public int healthStatus() {
        try {
            return send(HttpRequest.newBuilder(uri("/health/")).GET()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Where the API begins, without a slash at the end. */
    String address() {
        return uri("").toString();
    }

    /** The first password of {@code admin}. */
    String password() throws IOException {
        return Files.readString(home.resolve("admin-password")).strip();
    }

    public int anonymousStatus(String path) throws IOException {
        return send(HttpRequest.newBuilder(uri(path)).GET()).statusCode();
    }

    /** How an action that this user asks for, or a path that the user reads, is answered. */
    int statusAs(String user, String password, String path) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Authorization", basic(user, password));
        return send(path.contains("/actions/") ? request.POST(BodyPublishers.noBody()) : request.GET())
                .statusCode();
    }

    public JsonNode get(String path) throws IOException {
        return json(200, HttpRequest.newBuilder(uri(path)).GET());
    }

    public JsonNode post(String path, int status, Map<String, Object> body) throws IOException {
        return send("POST", path, status, body);
    }

    public JsonNode patch(String path, Map<String, Object> body) throws IOException {
        return send("PATCH", path, 200, body);
    }

    private JsonNode send(String method, String path, int status, Map<String, Object> body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
        return json(status, request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Hands in a plugin as a form. */
    public JsonNode upload(String query, int status, byte[] content) throws IOException {
        byte[] head = "--cut\r\nContent-Disposition: form-data; name=\"plugin\"; filename=\"any\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
        BodyPublisher form = BodyPublishers.ofByteArrays(List.of(head, content, tail));
        return post("/provider-plugins/upload/" + query, status, "multipart/form-data; boundary=cut", form);
    }

    JsonNode post(String path, int status, String mediaType, BodyPublisher body) throws IOException {
        return json(
                status,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", mediaType)
                        .POST(body));
    }

    JsonNode delete(String path, int status) throws IOException {
        return json(status, HttpRequest.newBuilder(uri(path)).DELETE());
    }

    /** Makes a provider of the generator and returns its id. */
    public String generator(String name, Map<String, Object> config) throws IOException {
        return provider(name, "sample:generator", config);
    }

    /** Makes a provider for the plugin with this key and returns its id. */
    String provider(String name, String key, Map<String, Object> config) throws IOException {
        return record(name, key, Map.of("connection_config", config));
    }

    /** Makes a provider for the plugin with this key, with what else the record says, and returns its id. */
    String record(String name, String key, Map<String, Object> more) throws IOException {
        Map<String, Object> record = new HashMap<>(more);
        record.put("name", name);
        record.put("infrastructure", "private_cloud");
        record.put("vendor", key.split(":", 2)[0]);
        record.put("provider_type", key.split(":", 2)[1]);
        record.put("organization", get("/organizations/").at("/results/0/id").asInt());
        return post("/providers/", 201, record).get("id").asText();
    }

    /** Runs a collection to its end. */
    public JsonNode collect(String provider) throws IOException {
        return ended(post("/providers/" + provider + "/collect/", 202, Map.of())
                .get("id")
                .asText());
    }

    /** Waits for the end of a run. */
    public JsonNode ended(String run) throws IOException {
        Await.until("the run has ended", Duration.ofMinutes(6), () -> hasEnded(run));
        return get("/collection-runs/" + run + "/");
    }

    public boolean hasEnded(String run) throws IOException {
        return ENDED.contains(get("/collection-runs/" + run + "/").get("status").asText());
    }

    private JsonNode json(int status, HttpRequest.Builder request) throws IOException {
        request.header("Authorization", basic("admin", password()));
        HttpResponse<String> response = send(request);
        if (response.statusCode() != status) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Path output() {
        return home.resolveSibling(home.getFileName() + ".out");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/inventory/v1" + path);
    }
}
