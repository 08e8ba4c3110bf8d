package inventory.api.provider;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A small provider of a made-up system, to prove the contract on. */
final class ToyProvider implements BaseProvider {
    private final AtomicReference<ToyEndpoint> endpoint = new AtomicReference<>();
    private final Flaw flaw;

    private ToyProvider(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public ProviderConnection connect(ProviderContext context) throws ProviderException, InterruptedException {
        ToyClient client = new ToyClient(endpoint.get(), (FakeProviderContext) context, flaw);
        if (flaw != Flaw.CONNECTS_WITHOUT_A_CALL) {
            client.hello();
        }
        return new ToyConnection(client, (FakeProviderContext) context, flaw);
    }

    /** The provider with a flaw, with all its faults. */
    static Subject subject(Flaw flaw) {
        ToyProvider provider = new ToyProvider(flaw);
        Subject subject = Subject.of(provider, () -> provider.open(Optional.empty(), ToyEndpoint.KEY))
                .mostCalls(ToyEndpoint.CALLS_FOR_EVERYTHING)
                .callsReceived(() -> provider.endpoint.get().calls());
        if (flaw == Flaw.DECLARES_NO_FAULTS) {
            return subject;
        }
        for (Fault fault : Fault.values()) {
            subject.when(fault, () -> provider.open(Optional.of(fault), ToyEndpoint.KEY));
        }
        if (flaw == Flaw.CLAIMS_TO_NEED_NO_KEY) {
            return Subject.of(provider, () -> provider.open(Optional.empty(), ToyEndpoint.KEY))
                    .never(Fault.BAD_KEY, "it says that it needs none");
        }
        return subject.when(Fault.BAD_KEY, () -> provider.open(Optional.empty(), "wrong-key-55aa"));
    }

    private FakeProviderContext open(Optional<Fault> fault, String key) {
        endpoint.set(new ToyEndpoint(fault));
        return new FakeProviderContext("toy.example", new ProviderCredential("toy", key, "toy.example", 443, Map.of()));
    }
}
