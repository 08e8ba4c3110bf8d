package provider.leaseweb;

import inventory.api.UnavailableException;
import inventory.api.store.BundleStore;

/** A database that cannot be reached. */
final class NoDatabase implements BundleStore {
    @Override
    public <T> T read(Work<T> work) {
        throw new UnavailableException("the database cannot be reached", null);
    }

    @Override
    public <T> T write(Work<T> work) {
        return read(work);
    }
}
