package inventory.api.provider;

/** A provider without a flaw passes the whole contract. */
final class ToyProviderTest extends ProviderContract {
    @Override
    protected Subject subject() {
        return ToyProvider.subject(Flaw.NONE);
    }
}
