package inventory.api.provider;

/** Makes an outside system behave in a certain way. */
@FunctionalInterface
public interface Scenario {
    /**
     * Called once per reading.
     *
     * @return how to reach it
     */
    FakeProviderContext open() throws Exception;
}
