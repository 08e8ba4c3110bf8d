package provider.aws.client;

import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Stands in every service client: a permit before each attempt, those of the SDK's own retries included; a look at each answer. */
final class CallGate implements ExecutionInterceptor {
    private static final ExecutionAttribute<Boolean> TRIED = new ExecutionAttribute<>("provider.aws.tried");
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Calls per second, at or below what AWS publishes per account and region for reading. */
    private static final Map<String, Integer> PER_SECOND =
            Map.of("ec2", 20, "s3", 100, "rds", 10, "elasticloadbalancing", 10, "lambda", 15, "eks", 10);

    private static final int OTHERS_PER_SECOND = 10;
    private final ProviderContext context;
    private volatile String account = "unidentified";

    CallGate(ProviderContext context) {
        this.context = context;
    }

    /** From now on the limits are those of this account. */
    void account(String value) {
        account = value;
    }

    /** Before the request is signed: a signature that waited too long would be refused. */
    @Override
    public void beforeExecution(Context.BeforeExecution execution, ExecutionAttributes attributes) {
        permit(attributes);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission transmission, ExecutionAttributes attributes) {
        if (Boolean.TRUE.equals(attributes.getAttribute(TRIED))) {
            permit(attributes);
        }
        attributes.putAttribute(TRIED, true);
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse response, ExecutionAttributes attributes) {
        if (!response.httpResponse().isSuccessful()) {
            return response.responseBody();
        }
        return Optional.of(AnswerGuard.checked(
                response.responseBody().orElse(InputStream.nullInputStream()),
                context,
                attributes.getAttribute(AwsExecutionAttribute.ENDPOINT_PREFIX),
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
    }

    private void permit(ExecutionAttributes attributes) {
        String service = attributes.getAttribute(AwsExecutionAttribute.ENDPOINT_PREFIX);
        String region =
                attributes.getAttribute(AwsExecutionAttribute.AWS_REGION).id();
        try {
            context.permit(new RateLimit(
                    "aws/" + account + "/" + region + "/" + service,
                    PER_SECOND.getOrDefault(service, OTHERS_PER_SECOND),
                    SECOND));
        } catch (InterruptedException | ProviderException e) {
            throw new NotPermitted(e);
        }
    }

    /** Carries a checked exception of the core through the SDK. */
    static final class NotPermitted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPermitted(Exception cause) {
            super(cause);
        }
    }
}
