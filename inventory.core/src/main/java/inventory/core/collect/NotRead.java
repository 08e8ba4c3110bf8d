package inventory.core.collect;

/**
 * What a run could not read.
 *
 * @param resourceType the only type concerned; empty: the whole scope
 */
record NotRead(String scope, String resourceType, Failure failure, int attempts) {
    String place() {
        return resourceType.isEmpty() ? scope : scope + " (" + resourceType + ")";
    }
}
