package provider.aws.client;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The keys that calls are signed with: given, found on the machine, or of an assumed role and renewed before they expire. */
final class Credentials implements AutoCloseable {
    private static final String SESSION_NAME = "inventory-service-collection";
    private final AwsCredentialsProvider own;
    private final Optional<StsClient> sts;
    private final AwsCredentialsProvider provider;

    Credentials(ClientFactory factory) {
        Access access = factory.access();
        own = access.keys()
                .map(Credentials::fixed)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        sts = access.role().map(role -> factory.build(StsClient.builder(), own, access.region()));
        provider = access.role().map(role -> assumed(sts.orElseThrow(), role)).orElse(own);
    }

    AwsCredentialsProvider provider() {
        return provider;
    }

    /**
     * Finds the keys. The machine's own are looked up by classes that the SDK loads by name, through the context class loader; a
     * thread of the core has that of another bundle.
     */
    AwsCredentials resolve() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Credentials.class.getClassLoader());
        try {
            return provider.resolveCredentials();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        if (provider instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        if (own instanceof SdkAutoCloseable closeable) {
            closeable.close();
        }
        sts.ifPresent(StsClient::close);
    }

    private static AwsCredentialsProvider fixed(Access.Keys keys) {
        return StaticCredentialsProvider.create(
                keys.sessionToken().isPresent()
                        ? AwsSessionCredentials.create(
                                keys.accessKeyId(),
                                keys.secretAccessKey(),
                                keys.sessionToken().get())
                        : AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
    }

    /** Without a thread of its own: the call that finds the keys about to expire fetches new ones first. */
    private static AwsCredentialsProvider assumed(StsClient sts, Access.Role role) {
        AssumeRoleRequest.Builder request =
                AssumeRoleRequest.builder().roleArn(role.arn()).roleSessionName(SESSION_NAME);
        role.externalId().ifPresent(request::externalId);
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request.build())
                .build();
    }
}
