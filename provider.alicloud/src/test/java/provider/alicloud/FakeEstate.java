package provider.alicloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inventory.api.http.FakeHttpServer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there is: per region and listing, in the platform's own form. */
final class FakeEstate {
    static final List<String> REGIONS = List.of("cn-hangzhou", "eu-central-1");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a listing is paged and wrapped. */
    private enum Form {
        DescribeInstances("Instances", "Instance"),
        DescribeDisks("Disks", "Disk"),
        DescribeSecurityGroups("SecurityGroups", "SecurityGroup"),
        DescribeVpcs("Vpcs", "Vpc"),
        DescribeVSwitches("VSwitches", "VSwitch"),
        DescribeLoadBalancers("LoadBalancers", "LoadBalancer"),
        DescribeDBInstances("Items", "DBInstance");

        private final String wrapper;
        private final String item;

        Form(String wrapper, String item) {
            this.wrapper = wrapper;
            this.item = item;
        }

        private boolean hasTokens() {
            return !List.of(DescribeVpcs, DescribeVSwitches, DescribeLoadBalancers)
                    .contains(this);
        }
    }

    private final Map<String, List<ObjectNode>> lists = new TreeMap<>();

    FakeEstate() {
        for (String region : REGIONS) {
            for (Form form : Form.values()) {
                lists.put(form + " " + region, new ArrayList<>());
            }
        }
    }

    /** Adds things to a listing of a region. */
    synchronized FakeEstate with(String action, String region, List<ObjectNode> things) {
        lists.get(action + " " + region).addAll(things);
        return this;
    }

    synchronized List<ObjectNode> list(String action, String region) {
        return lists.get(action + " " + region);
    }

    synchronized Reply answer(String action, Map<String, String> parameters) {
        if (action.equals("GetCallerIdentity")) {
            return Reply.of(JSON.createObjectNode()
                    .put("AccountId", FakeAlicloud.ACCOUNT)
                    .put("Arn", "acs:ram::" + FakeAlicloud.ACCOUNT + ":user/inventory")
                    .toString());
        }
        if (action.equals("DescribeRegions")) {
            return regions();
        }
        if (!REGIONS.contains(parameters.get("RegionId"))) {
            return FakeAlicloud.error(404, "InvalidRegionId.NotFound");
        }
        if (action.endsWith("Instance") || action.equals("ModifyInstanceAttribute")) {
            return new FakeInstances(list("DescribeInstances", parameters.get("RegionId"))).change(action, parameters);
        }
        if (parameters.containsKey("InstanceIds")) {
            return new FakeInstances(list("DescribeInstances", parameters.get("RegionId")))
                    .look(parameters.get("InstanceIds"));
        }
        return action.startsWith("Describe")
                ? page(Form.valueOf(action), parameters)
                : FakeAlicloud.error(400, "InvalidAction");
    }

    private static Reply regions() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode regions = answer.putObject("Regions").putArray("Region");
        REGIONS.forEach(region -> regions.addObject().put("RegionId", region).put("LocalName", region));
        return Reply.of(answer.toString());
    }

    private Reply page(Form form, Map<String, String> parameters) {
        List<ObjectNode> all = lists.get(form + " " + parameters.get("RegionId"));
        ObjectNode answer = JSON.createObjectNode().put("TotalCount", all.size());
        int begin;
        int size;
        if (form.hasTokens()) {
            begin = Integer.parseInt(
                    parameters.getOrDefault("NextToken", "from-0").substring(5));
            size = Math.max(10, Math.min(100, Integer.parseInt(parameters.get("MaxResults"))));
            answer.put("NextToken", begin + size < all.size() ? "from-" + (begin + size) : "");
        } else {
            size = Math.min(50, Integer.parseInt(parameters.get("PageSize")));
            begin = (Integer.parseInt(parameters.get("PageNumber")) - 1) * size;
            answer.put("PageNumber", Integer.parseInt(parameters.get("PageNumber")));
        }
        List<? extends JsonNode> shown = all.subList(Math.min(begin, all.size()), Math.min(begin + size, all.size()));
        answer.putObject(form.wrapper).putArray(form.item).addAll(shown);
        return Reply.of(answer.toString());
    }
}
