package provider.alicloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many calls a thousand resources of a type take. */
class CallsTest {
    private static final Map<String, IntFunction<ObjectNode>> SAMPLES = Map.of(
            "DescribeInstances", Samples::instance,
            "DescribeDisks", Samples::disk,
            "DescribeSecurityGroups", Samples::securityGroup,
            "DescribeVpcs", Samples::vpc,
            "DescribeVSwitches", Samples::vswitch,
            "DescribeLoadBalancers", Samples::loadBalancer,
            "DescribeDBInstances", Samples::database);

    @ParameterizedTest
    @CsvSource({
        "virtual_machine, DescribeInstances, 10",
        "block_storage, DescribeDisks, 10",
        "security_group, DescribeSecurityGroups, 10",
        "relational_db, DescribeDBInstances, 10",
        "vpc, DescribeVpcs, 20",
        "subnet, DescribeVSwitches, 20",
        "load_balancer, DescribeLoadBalancers, 20"
    })
    void aThousandTake(String type, String action, int calls) throws Exception {
        try (FakeAlicloud platform = new FakeAlicloud()) {
            platform.estate().with(action, "cn-hangzhou", Samples.many(1000, SAMPLES.get(action)));
            ProviderConnection connection =
                    new EcsProvider().connect(platform.server().context());
            int before = platform.server().calls();
            RecordingSink sink = new RecordingSink();
            connection.collect(Scope.of(FakeAlicloud.ACCOUNT + "/cn-hangzhou/" + type, type), sink);
            assertEquals(1000, sink.resources().size());
            assertEquals(calls, platform.server().calls() - before);
        }
    }

    @Test
    void anEmptyRegionTakesSeven() throws Exception {
        try (FakeAlicloud platform = new FakeAlicloud()) {
            ProviderConnection connection =
                    new EcsProvider().connect(platform.server().context());
            int before = platform.server().calls();
            for (ResourceKind kind : ResourceKind.ALL) {
                connection.collect(
                        Scope.of(FakeAlicloud.ACCOUNT + "/eu-central-1/" + kind.slug(), kind.slug()),
                        new RecordingSink());
            }
            assertEquals(7, platform.server().calls() - before);
        }
    }

    @Test
    void connectingTakesTwo() throws Exception {
        try (FakeAlicloud platform = new FakeAlicloud()) {
            new EcsProvider().connect(platform.server().context());
            assertEquals(2, platform.server().calls());
        }
    }
}
