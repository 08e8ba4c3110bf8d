package provider.aws.client;

import inventory.api.provider.ProviderException;

/** Takes what a listing finds, one at a time. */
@FunctionalInterface
public interface Visitor<T> {
    void visit(T item) throws ProviderException, InterruptedException;

    /** Visits them in order. */
    static <T> void each(Iterable<T> items, Visitor<T> visitor) throws ProviderException, InterruptedException {
        for (T item : items) {
            visitor.visit(item);
        }
    }
}
