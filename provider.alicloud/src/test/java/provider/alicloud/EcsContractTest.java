package provider.alicloud;

import inventory.api.provider.ProviderContract;
import inventory.api.provider.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every provider must hold to. */
class EcsContractTest extends ProviderContract {
    private static final int CONNECT = 2;
    private static final int SHORT_LISTINGS = 12;
    private static final int INSTANCES = 2;
    private static final int VPCS = 2;
    private static final int BUCKETS = 2;

    private FakeAlicloud platform;

    @BeforeEach
    void start() throws Exception {
        platform = new FakeAlicloud();
        platform.estate()
                .with("DescribeInstances", "cn-hangzhou", Samples.many(130, Samples::instance))
                .with("DescribeDisks", "cn-hangzhou", Samples.many(3, Samples::disk))
                .with("DescribeVpcs", "cn-hangzhou", Samples.many(51, Samples::vpc))
                .with("DescribeVSwitches", "cn-hangzhou", Samples.many(2, Samples::vswitch))
                .with("DescribeSecurityGroups", "cn-hangzhou", Samples.many(2, Samples::securityGroup))
                .with("DescribeLoadBalancers", "cn-hangzhou", Samples.many(2, Samples::loadBalancer))
                .with("DescribeDBInstances", "eu-central-1", Samples.many(2, Samples::database));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Override
    protected Subject subject() {
        return platform.subject().mostCalls(CONNECT + SHORT_LISTINGS + INSTANCES + VPCS + BUCKETS);
    }
}
