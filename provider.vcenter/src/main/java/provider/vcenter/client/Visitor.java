package provider.vcenter.client;

import inventory.api.provider.ProviderException;

/** Takes what a listing finds, one at a time. */
@FunctionalInterface
public interface Visitor<T> {
    void visit(T item) throws ProviderException, InterruptedException;
}
