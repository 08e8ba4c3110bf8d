package provider.alicloud;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import provider.alicloud.client.Product;
import provider.alicloud.client.RpcClient;

/**
 * Whose key it is.
 *
 * @param arn of the RAM user or role
 */
record Account(String id, String arn) {
    static Account of(AlicloudSettings settings, ProviderContext context)
            throws ProviderException, InterruptedException {
        RpcClient anyone = new RpcClient(context, settings.access(), "");
        JsonNode caller =
                anyone.call(new RpcClient.Operation(Product.STS, settings.home(), "GetCallerIdentity"), Map.of());
        String id = caller.path("AccountId").asText();
        if (id.isEmpty()) {
            throw new ProviderException(FailureKind.MALFORMED, "GetCallerIdentity was answered without an account.");
        }
        return new Account(id, caller.path("Arn").asText());
    }

    /** All that are open to the account. */
    static List<String> regions(RpcClient client, String home) throws ProviderException, InterruptedException {
        JsonNode listed = client.call(new RpcClient.Operation(Product.ECS, home, "DescribeRegions"), Map.of())
                .at("/Regions/Region");
        List<String> regions = new ArrayList<>();
        for (JsonNode region : listed) {
            regions.add(region.path("RegionId").asText());
        }
        if (regions.isEmpty() || regions.contains("")) {
            throw new ProviderException(FailureKind.MALFORMED, "DescribeRegions was answered without regions.");
        }
        return regions;
    }
}
