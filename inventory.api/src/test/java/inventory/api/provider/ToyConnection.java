package inventory.api.provider;

import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads the toy system, well or with a flaw. */
final class ToyConnection implements ProviderConnection, ConnectionTest {
    private static final Scope MACHINES = Scope.of("machines", "virtual_machine", "block_storage");
    private static final Scope NETWORKS = Scope.of("networks", "subnet");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private final ToyClient client;
    private final FakeProviderContext context;
    private final Flaw flaw;
    private final Thread home = Thread.currentThread();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    ToyConnection(ToyClient client, FakeProviderContext context, Flaw flaw) {
        this.client = client;
        this.context = context;
        this.flaw = flaw;
    }

    @Override
    public List<Scope> scopes() {
        if (flaw == Flaw.NAMES_A_SCOPE_TWICE) {
            return List.of(MACHINES, NETWORKS, MACHINES);
        }
        return List.of(MACHINES, NETWORKS);
    }

    @Override
    public void collect(Scope scope, ResourceSink sink) throws ProviderException, InterruptedException {
        if (skips(scope)) {
            return;
        }
        if (flaw == Flaw.LEAVES_A_THREAD) {
            leaveThread();
        }
        for (String type : new TreeSet<>(scope.resourceTypes())) {
            try {
                list(type, sink);
            } catch (ProviderException e) {
                if (e.kind() != FailureKind.PERMISSION) {
                    throw e;
                }
                if (flaw != Flaw.HIDES_A_DENIED_TYPE) {
                    sink.notRead(type, e.kind(), e.getMessage());
                }
            }
        }
    }

    private boolean skips(Scope scope) {
        return flaw == Flaw.READS_NOTHING
                || (flaw == Flaw.READS_ON_ONE_THREAD_ONLY && !home.equals(Thread.currentThread()))
                || (flaw == Flaw.READS_ONCE_ONLY && !done.add(scope.id()))
                || (flaw == Flaw.DROPS_THE_TARGET && !context.targetTypes().isEmpty());
    }

    private void list(String type, ResourceSink sink) throws ProviderException, InterruptedException {
        Set<String> tokens = new HashSet<>();
        String token = "0";
        do {
            if (!tokens.add(token)) {
                if (flaw == Flaw.ENDS_AT_A_REPEATED_TOKEN) {
                    return;
                }
                throw new ProviderException(FailureKind.MALFORMED, "The page " + token + " names itself as the next.");
            }
            ToyClient.Page page = client.list(type, token);
            for (String ref : page.refs()) {
                emit(ref, type, sink);
            }
            token = page.next();
        } while (!token.isEmpty());
    }

    private void emit(String ref, String type, ResourceSink sink) throws ProviderException, InterruptedException {
        if (flaw == Flaw.ASKS_PER_RESOURCE) {
            client.permit();
        }
        try {
            for (ResourceData resource : describe(ref, type)) {
                sink.accept(resource);
            }
        } catch (InterruptedException e) {
            if (flaw != Flaw.SWALLOWS_THE_INTERRUPT_OF_THE_SINK) {
                throw e;
            }
        }
    }

    private List<ResourceData> describe(String ref, String type) {
        String written = switch (flaw) {
            case INVENTS_A_TYPE -> "toy_machine";
            case YIELDS_A_TYPE_OF_ANOTHER_SCOPE -> type.equals("subnet") ? "virtual_machine" : "subnet";
            default -> type;
        };
        ResourceData.Builder resource = ResourceData.of(ref, written)
                .name("the " + ref)
                .state("active")
                .ipAddress("10.0.0.1")
                .macAddress("02:00:00:00:00:01")
                .property("size", 3);
        switch (flaw) {
            case GIVES_UNSTABLE_NAMES -> resource.name("number " + COUNTER.incrementAndGet());
            case NAMES_TOO_LONG -> resource.name("n".repeat(1025));
            case INVENTS_A_STATE -> resource.state("fine");
            case USES_CAMEL_CASE -> resource.property("theSize", 3);
            case PUTS_AN_OBJECT_INTO_A_PROPERTY -> resource.property("owner", new Object());
            case GIVES_A_NAME_AS_ADDRESS -> resource.ipAddress("localhost");
            case SHOWS_THE_KEY_IN_A_PROPERTY -> resource.property("note", "read with " + ToyEndpoint.KEY);
            default -> resource.osType("linux");
        }
        List<ResourceData> all = new ArrayList<>(List.of(resource.build()));
        if (flaw == Flaw.YIELDS_TWICE) {
            all.add(resource.build());
        }
        return all;
    }

    private static void leaveThread() {
        Thread leaked = new Thread(
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "leaked");
        leaked.setDaemon(true);
        leaked.start();
    }

    @Override
    public String test() {
        return flaw == Flaw.TELLS_A_STORY ? "Once upon a time\nthere was a toy." : "Connected as toy, may read all.";
    }

    @Override
    public void close() {
        if (flaw == Flaw.THROWS_ON_CLOSE) {
            throw new IllegalStateException("already closed");
        }
    }
}
