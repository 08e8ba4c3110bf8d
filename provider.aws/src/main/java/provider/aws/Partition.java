package provider.aws;

/**
 * One of the separate worlds of AWS.
 *
 * @param id second part of its ARNs
 * @param home region where its identity service answers for all
 */
record Partition(String id, String home) {
    private static final Partition STANDARD = new Partition("aws", "us-east-1");
    private static final Partition CHINA = new Partition("aws-cn", "cn-north-1");
    private static final Partition US_GOVERNMENT = new Partition("aws-us-gov", "us-gov-west-1");
    private static final Partition EUROPE = new Partition("aws-eusc", "eusc-de-east-1");

    /** An empty or unknown region belongs to the standard one. */
    static Partition ofRegion(String region) {
        if (region.startsWith("cn-")) {
            return CHINA;
        } else if (region.startsWith("us-gov-")) {
            return US_GOVERNMENT;
        } else if (region.startsWith("eusc-")) {
            return EUROPE;
        }
        return STANDARD;
    }

    /** @param host one of Amazon's own */
    static Partition ofHost(String host) {
        if (host.endsWith(".cn")) {
            return CHINA;
        } else if (host.endsWith(".eu")) {
            return EUROPE;
        }
        return host.contains("us-gov-") || host.contains("amazonaws-us-gov") ? US_GOVERNMENT : STANDARD;
    }
}
