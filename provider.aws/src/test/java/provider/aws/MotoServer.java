package provider.aws;

import inventory.api.http.LoopbackProcess;
import inventory.api.provider.Await;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderCredential;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** moto, the AWS simulator, as a process of its own on a free loopback port. */
final class MotoServer implements AutoCloseable {
    private static final String PACKAGE = "moto[server]==5.2.1";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration INSTALLATION = Duration.ofMinutes(5);
    private final HttpClient http = HttpClient.newHttpClient();
    private final LoopbackProcess process;
    private final URI uri;

    private MotoServer(LoopbackProcess process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Skips the test when it is neither here nor can be installed; in CI that is a failure. */
    static MotoServer orSkip() throws IOException, InterruptedException {
        Optional<MotoServer> started = start();
        if (started.isEmpty() && System.getenv("CI") != null) {
            throw new IllegalStateException("moto is needed in CI: pip install '" + PACKAGE + "'");
        }
        Assumptions.assumeTrue(started.isPresent(), "moto is not here: pip install '" + PACKAGE + "'");
        return started.orElseThrow();
    }

    private static Optional<MotoServer> start() throws IOException, InterruptedException {
        Optional<Path> command = command();
        if (command.isEmpty()) {
            return Optional.empty();
        }
        int port = LoopbackProcess.freePort();
        ProcessBuilder builder =
                new ProcessBuilder(command.get().toString(), "-H", "127.0.0.1", "-p", String.valueOf(port));
        builder.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
        LoopbackProcess process = LoopbackProcess.start(builder, port, Path.of("target", "moto.log"));
        MotoServer server = new MotoServer(process, URI.create("http://127.0.0.1:" + port));
        server.awaitReady();
        return Optional.of(server);
    }

    URI uri() {
        return uri;
    }

    FakeProviderContext context(List<String> regions) {
        ProviderCredential credential =
                new ProviderCredential("key", "moto-secret", "127.0.0.1", uri.getPort(), Map.of("regions", regions));
        return new FakeProviderContext(uri.toString(), credential);
    }

    /** An IAM role; IAM is no service that the plugin reads, so there is no client for it. */
    void createRole(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/iam/aws4_request")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "Action=CreateRole&Version=2010-05-08&RoleName=" + name
                                        + "&AssumeRolePolicyDocument=%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D"))
                .build();
        expectSuccess(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private static void expectSuccess(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("moto answered " + response.statusCode() + ": " + response.body());
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private void awaitReady() {
        if (!Await.until(this::answers, START)) {
            close();
            throw new IllegalStateException("moto did not start, see target/moto.log");
        }
    }

    private boolean answers() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri.resolve("/moto-api/")).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Named by INVENTORY_MOTO, else on the PATH, else from an environment of its own that is made once. */
    private static Optional<Path> command() throws IOException, InterruptedException {
        Optional<Path> there = LoopbackProcess.find("moto_server", "INVENTORY_MOTO");
        return there.isPresent() ? there : installed();
    }

    private static Optional<Path> installed() throws IOException, InterruptedException {
        Path environment = Path.of("target", "moto").toAbsolutePath();
        Path command = environment.resolve("bin/moto_server");
        if (!Files.isExecutable(command)) {
            boolean done = succeeds("python3", "-m", "venv", environment.toString())
                    && succeeds(environment.resolve("bin/pip").toString(), "install", "-q", PACKAGE);
            if (!done) {
                return Optional.empty();
            }
        }
        return Optional.of(command);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        List<String> words = Stream.of(command).toList();
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "moto-install.log").toFile())
                    .start();
            return process.waitFor(INSTALLATION.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
