package provider.alicloud.client;

import java.util.Set;

/** A product of Alibaba Cloud with an RPC interface of its own. */
public enum Product {
    ECS("ecs", "2014-05-26", true),
    VPC("vpc", "2016-04-28", false),
    SLB("slb", "2014-05-15", false),
    RDS("rds", "2014-08-15", false),
    STS("sts", "2015-04-01", true);

    /** Where only some products have an address for the region; the others answer for all of these at one. */
    private static final Set<String> OLD_REGIONS = Set.of(
            "ap-southeast-1",
            "cn-beijing",
            "cn-hangzhou",
            "cn-hangzhou-finance",
            "cn-hongkong",
            "cn-north-2-gov-1",
            "cn-qingdao",
            "cn-shanghai",
            "cn-shanghai-finance-1",
            "cn-shenzhen",
            "cn-shenzhen-finance-1",
            "us-east-1",
            "us-west-1");

    private final String code;
    private final String version;
    private final boolean everywhereRegional;

    Product(String code, String version, boolean everywhereRegional) {
        this.code = code;
        this.version = version;
        this.everywhereRegional = everywhereRegional;
    }

    String version() {
        return version;
    }

    String host(String region) {
        boolean regional = everywhereRegional || !OLD_REGIONS.contains(region);
        return code + (regional ? "." + region : "") + ".aliyuncs.com";
    }
}
