package provider.aws.client;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Sets every service client up alike: one HTTP client, one gate, the SDK's standard retries.
 *
 * @param attempts most times that a request is sent
 */
record ClientFactory(Access access, SdkHttpClient http, CallGate gate, int attempts) {
    private static final int READING = 3;

    static ClientFactory forReading(Access access, SdkHttpClient http, CallGate gate) {
        return new ClientFactory(access, http, gate, READING);
    }

    /** What changes something is sent once: whoever sends it again may do it twice. */
    ClientFactory forChanging() {
        return new ClientFactory(access, http, gate, 1);
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, AwsCredentialsProvider credentials, String region) {
        builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(attempts)
                                .build())
                        .addExecutionInterceptor(gate)
                        .build());
        access.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
