package provider.aws.client;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The services of one region; each client is built when it is first needed. Thread-safe. */
public final class RegionClient implements AutoCloseable {
    private final String name;
    private final ClientFactory factory;
    private final AwsCredentialsProvider credentials;
    private final Calls calls;
    private final InstanceTypes instanceTypes = new InstanceTypes(this);
    private final ConcurrentMap<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();

    RegionClient(String name, ClientFactory factory, AwsCredentialsProvider credentials, Calls calls) {
        this.name = name;
        this.factory = factory;
        this.credentials = credentials;
        this.calls = calls;
    }

    Calls calls() {
        return calls;
    }

    Call call(String service, String operation) {
        return new Call(service, operation, name);
    }

    InstanceTypes instanceTypes() {
        return instanceTypes;
    }

    Ec2Client ec2() {
        return client(Ec2Client.class, Ec2Client.builder());
    }

    RdsClient rds() {
        return client(RdsClient.class, RdsClient.builder());
    }

    ElasticLoadBalancingV2Client loadBalancing() {
        return client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client.builder());
    }

    LambdaClient lambda() {
        return client(LambdaClient.class, LambdaClient.builder());
    }

    EksClient eks() {
        return client(EksClient.class, EksClient.builder());
    }

    AutoScalingClient autoScaling() {
        return client(AutoScalingClient.class, AutoScalingClient.builder());
    }

    S3Client s3() {
        S3ClientBuilder builder = S3Client.builder();
        builder.forcePathStyle(factory.access().endpoint().isPresent());
        return client(S3Client.class, builder);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C client(
            Class<C> type, B builder) {
        return type.cast(clients.computeIfAbsent(type, missing -> factory.build(builder, credentials, name)));
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
    }
}
