package inventory.core.shell.ssh;

import inventory.api.query.Measure;
import inventory.api.query.MeasureSource;
import inventory.core.shell.Completion;
import inventory.core.store.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the shell: SSH on loopback. It starts a moment after the database is ready, since nobody can log in before and the first
 * answers over HTTP are more urgent; and tries again for as long as its port is taken.
 */
@Component(immediate = true, service = MeasureSource.class, configurationPid = ShellConfig.PID)
@Designate(ocd = ShellConfig.class)
public final class ShellServer implements MeasureSource {
    /** Framework property that names the port; without it there is no shell. */
    static final String PORT = "inventory.ssh.port";

    private static final Logger LOG = LoggerFactory.getLogger(ShellServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final long START_DELAY_MS = 1_000;
    private static final long RETRY_MS = 5_000;
    private static final int LOGIN_THREADS = 4;

    private final Access access;
    private final CommandProcessor gogo;
    private final Completion completion;
    private final ShellConfig config;
    private final Optional<Integer> port;
    private final ScheduledThreadPoolExecutor starter = threads(1, "inventory-shell-start");
    private final ScheduledThreadPoolExecutor logins = threads(LOGIN_THREADS, "inventory-shell-login");
    private final AtomicReference<SshServer> listening = new AtomicReference<>();
    private boolean warned;

    @Activate
    public ShellServer(
            @Reference Access access,
            @Reference CommandProcessor gogo,
            @Reference Completion completion,
            @Reference Database database,
            BundleContext context,
            ShellConfig config) {
        this.access = access;
        this.gogo = gogo;
        this.completion = completion;
        this.config = config;
        port = Optional.ofNullable(context.getProperty(PORT)).map(Integer::valueOf);
        if (port.isPresent()) {
            database.whenReady(() -> later(START_DELAY_MS));
        }
    }

    @Deactivate
    void stop() throws IOException, InterruptedException {
        starter.shutdownNow();
        logins.shutdownNow();
        starter.awaitTermination(START_DELAY_MS, TimeUnit.MILLISECONDS);
        SshServer server = listening.getAndSet(null);
        if (server != null) {
            server.stop(true);
        }
    }

    @Override
    public List<Measure> measures() {
        Measure reachable = new Measure(
                "inventory_shell_listening",
                "Whether the shell can be reached by SSH.",
                Measure.Type.GAUGE,
                Map.of("port", port.map(String::valueOf).orElse("")),
                listening.get() == null ? 0 : 1);
        return port.isPresent() ? List.of(reachable) : List.of();
    }

    private void later(long delay) {
        if (!starter.isShutdown()) {
            Future<?> unused = starter.schedule(this::start, delay, TimeUnit.MILLISECONDS);
        }
    }

    private void start() {
        try {
            SshServer server = bound(build());
            listening.set(server);
            LOG.info("Shell at ssh -p {} USER@{}", server.getPort(), LOOPBACK);
        } catch (IOException | RuntimeException | LinkageError e) {
            if (!warned) {
                LOG.warn("No shell: port {} cannot be used, trying again until it can: {}", port.get(), e.getMessage());
                LOG.debug("Its failure", e);
                warned = true;
            }
            later(RETRY_MS);
        }
    }

    /** Lets go of the threads of one that cannot have its port. */
    private static SshServer bound(SshServer server) throws IOException {
        try {
            server.start();
            return server;
        } catch (IOException | RuntimeException e) {
            server.stop(true);
            throw e;
        }
    }

    private SshServer build() {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(LOOPBACK);
        server.setPort(port.orElseThrow());
        server.setKeyPairProvider(access.hostKey());
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        server.setPublickeyAuthenticator(access::byKey);
        server.setPasswordAuthenticator((user, password, session) -> access.byPassword(user, password, logins));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setShellFactory(channel -> new ShellChannel(access, gogo, completion, Optional.empty()));
        server.setCommandFactory((channel, line) -> new ShellChannel(access, gogo, completion, Optional.of(line)));
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(config.idle_min()));
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(config.login_s()));
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, config.sessions_per_user());
        return server;
    }

    private static ScheduledThreadPoolExecutor threads(int count, String name) {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(count, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        threads.setKeepAliveTime(1, TimeUnit.MINUTES);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
