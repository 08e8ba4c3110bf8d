package inventory.core.reconcile;

/** 128 bits of a digest: equal bits mean equal contents. */
public record Bits128(long high, long low) {}
