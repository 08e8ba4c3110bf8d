package provider.aws.client;

/**
 * One operation, for messages and limits.
 *
 * @param service as in ARNs and permissions: {@code ec2}, {@code elasticloadbalancing}
 * @param operation as AWS calls it
 * @param region where it is sent
 */
record Call(String service, String operation, String region) {

    /** The permission it needs; operations carry the name of their permission, with one exception. */
    String permission() {
        return service + ":" + ("ListBuckets".equals(operation) ? "ListAllMyBuckets" : operation);
    }

    @Override
    public String toString() {
        return service + " " + operation + " in " + region;
    }
}
