package provider.vcenter;

import inventory.api.http.LoopbackProcess;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderCredential;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** vcsim, the vCenter simulator, as a process of its own on a free loopback port, over TLS with a certificate nobody signed. */
final class VcsimServer implements AutoCloseable {
    static final String USER = "inventory";
    static final String PASSWORD = "fake-secret-9a41";

    private static final String MODULE = "github.com/vmware/govmomi/vcsim@v0.38.0";
    private static final Duration INSTALLATION = Duration.ofMinutes(5);
    private final LoopbackProcess process;

    private VcsimServer(LoopbackProcess process) {
        this.process = process;
    }

    /** Skips the test when it is neither here nor can be installed; in CI that is a failure. */
    static VcsimServer start(String... flags) throws IOException, InterruptedException {
        Optional<Path> command = command();
        if (command.isEmpty() && System.getenv("CI") != null) {
            throw new IllegalStateException("vcsim is needed in CI: go install " + MODULE);
        }
        Assumptions.assumeTrue(command.isPresent(), "vcsim is not here: go install " + MODULE);
        int port = LoopbackProcess.freePort();
        List<String> words = new ArrayList<>(
                List.of(command.get().toString(), "-l", "127.0.0.1:" + port, "-username", USER, "-password", PASSWORD));
        words.addAll(List.of(flags));
        return new VcsimServer(LoopbackProcess.start(new ProcessBuilder(words), port, Path.of("target", "vcsim.log")));
    }

    int port() {
        return process.port();
    }

    /** Where it speaks SOAP. */
    URI uri() {
        return URI.create("https://127.0.0.1:" + port() + "/sdk");
    }

    /** With its certificate believed, and these further keys. */
    FakeProviderContext context(Map<String, Object> extra) {
        Map<String, Object> all = new TreeMap<>(extra);
        all.putIfAbsent("validate_certs", false);
        return context(PASSWORD, Duration.ofSeconds(60), all);
    }

    FakeProviderContext context(String password, Duration timeout, Map<String, Object> extra) {
        ProviderCredential credential = new ProviderCredential(USER, password, "127.0.0.1", port(), extra);
        return new FakeProviderContext("127.0.0.1", credential, FakeProviderContext.httpSettings(timeout));
    }

    @Override
    public void close() {
        process.close();
    }

    /** Named by INVENTORY_VCSIM, else on the PATH, else built once by Go. */
    private static Optional<Path> command() throws InterruptedException {
        Optional<Path> there = LoopbackProcess.find("vcsim", "INVENTORY_VCSIM");
        return there.isPresent() ? there : installed();
    }

    private static Optional<Path> installed() throws InterruptedException {
        Path folder = Path.of("target", "go").toAbsolutePath();
        Path command = folder.resolve("vcsim");
        if (Files.isExecutable(command)) {
            return Optional.of(command);
        }
        try {
            ProcessBuilder builder = new ProcessBuilder("go", "install", MODULE)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "vcsim-install.log").toFile());
            builder.environment().put("GOBIN", folder.toString());
            Process process = builder.start();
            boolean done = process.waitFor(INSTALLATION.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
            return done ? Optional.of(command) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
