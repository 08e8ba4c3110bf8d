package provider.alicloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Things as Alibaba Cloud lists them, with every field that is read. */
public final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    /** This many, numbered from 0. */
    static List<ObjectNode> many(int count, IntFunction<ObjectNode> sample) {
        return IntStream.range(0, count).mapToObj(sample).toList();
    }

    public static ObjectNode instance(int number) {
        return of("""
                {"InstanceId": "i-bp%1$d", "InstanceName": "web-%1$d", "HostName": "web%1$d", "Description": "shop", "RegionId": "cn-hangzhou",
                 "ZoneId": "cn-hangzhou-b", "Status": "Running", "InstanceType": "ecs.g7.large", "Cpu": 2, "Memory": 8192, "GPUAmount": 1,
                 "GPUSpec": "NVIDIA A10", "OSName": "Debian 12.5 64位", "OSNameEn": "Debian 12.5 64 bit", "OSType": "linux", "ImageId": "debian_12_5",
                 "InstanceNetworkType": "vpc", "InstanceChargeType": "PostPaid", "CreationTime": "2026-01-01T00:00Z",
                 "StartTime": "2026-01-02T00:01Z", "ExpiredTime": "2099-12-31T15:59Z", "SerialNumber": "51d1353b-%1$d", "DeletionProtection": false,
                 "ResourceGroupId": "rg-1", "KeyPairName": "ops", "StoppedMode": "Not-applicable", "SpotStrategy": "NoSpot",
                 "SecurityGroupIds": {"SecurityGroupId": ["sg-bp0"]}, "PublicIpAddress": {"IpAddress": ["203.0.113.7"]},
                 "InnerIpAddress": {"IpAddress": []}, "EipAddress": {"AllocationId": "", "IpAddress": "198.51.100.9"},
                 "VpcAttributes": {"VpcId": "vpc-bp0", "VSwitchId": "vsw-bp0", "NatIpAddress": "", "PrivateIpAddress": {"IpAddress": ["10.0.0.5"]}},
                 "NetworkInterfaces": {"NetworkInterface": [{"NetworkInterfaceId": "eni-1", "MacAddress": "00:16:3e:00:00:01",
                   "PrimaryIpAddress": "10.0.0.5", "PrivateIpSets": {"PrivateIpSet": [{"PrivateIpAddress": "10.0.0.5", "Primary": true},
                   {"PrivateIpAddress": "10.0.0.6", "Primary": false}]}, "Ipv6Sets": {"Ipv6Set": [{"Ipv6Address": "2001:db8::5"}]}}]},
                 "OperationLocks": {"LockReason": [{"LockReason": "financial"}]}, "Tags": {"Tag": [{"TagKey": "env", "TagValue": "prod"}]}}
                """, number);
    }

    public static ObjectNode disk(int number) {
        return of("""
                {"DiskId": "d-bp%1$d", "DiskName": "data-%1$d", "Description": "orders", "ZoneId": "cn-hangzhou-b", "Status": "In_use",
                 "Category": "cloud_essd", "Size": 40, "CreationTime": "2026-01-01T00:00:00Z", "SerialNumber": "bp%1$d", "InstanceId": "i-bp0",
                 "Attachments": {"Attachment": [{"InstanceId": "i-bp0", "Device": "/dev/xvda"}, {"InstanceId": "i-bp1"}]},
                 "DiskChargeType": "PostPaid", "DeleteWithInstance": true, "Device": "/dev/xvda", "Encrypted": true,
                 "ExpiredTime": "2099-12-31T15:59Z", "IOPS": 3000, "KMSKeyId": "key-1", "PerformanceLevel": "PL1", "ResourceGroupId": "rg-1",
                 "SourceSnapshotId": "s-bp1", "Type": "system", "Tags": {"Tag": []}}
                """, number);
    }

    public static ObjectNode vpc(int number) {
        return of("""
                {"VpcId": "vpc-bp%1$d", "VpcName": "shop-%1$d", "Description": "all of it", "Status": "Available", "CreationTime": "2026-01-01T00:00:00Z",
                 "CidrBlock": "10.0.0.0/8", "SecondaryCidrBlocks": {"SecondaryCidrBlock": ["172.16.0.0/16"]}, "IsDefault": false,
                 "ResourceGroupId": "rg-1", "VRouterId": "vrt-1", "Tags": {"Tag": [{"Key": "env", "Value": "prod"}]}}
                """, number);
    }

    public static ObjectNode vswitch(int number) {
        return of("""
                {"VSwitchId": "vsw-bp%1$d", "VSwitchName": "front-%1$d", "Description": "", "Status": "Available", "ZoneId": "cn-hangzhou-b",
                 "CreationTime": "2026-01-01T00:00:00Z", "CidrBlock": "10.0.0.0/24", "Ipv6CidrBlock": "2001:db8::/64", "IsDefault": false,
                 "ResourceGroupId": "rg-1", "VpcId": "vpc-bp0", "AvailableIpAddressCount": 250}
                """, number);
    }

    public static ObjectNode securityGroup(int number) {
        return of("""
                {"SecurityGroupId": "sg-bp%1$d", "SecurityGroupName": "front-%1$d", "Description": "http", "CreationTime": "2026-01-01T00:00:00Z",
                 "ResourceGroupId": "rg-1", "ServiceManaged": false, "SecurityGroupType": "normal", "VpcId": "vpc-bp0"}
                """, number);
    }

    public static ObjectNode loadBalancer(int number) {
        return of("""
                {"LoadBalancerId": "lb-bp%1$d", "LoadBalancerName": "shop-%1$d", "LoadBalancerStatus": "active", "MasterZoneId": "cn-hangzhou-b",
                 "SlaveZoneId": "cn-hangzhou-d", "LoadBalancerSpec": "slb.s2.small", "Address": "203.0.113.9", "CreateTime": "2026-01-01T00:00Z",
                 "AddressType": "internet", "Bandwidth": 5120, "PayType": "PayOnDemand", "DeleteProtection": "on", "InternetChargeType": "paybytraffic",
                 "NetworkType": "vpc", "ResourceGroupId": "rg-1", "VpcId": "vpc-bp0", "VSwitchId": "vsw-bp0",
                 "Tags": {"Tag": [{"TagKey": "env", "TagValue": "prod"}]}}
                """, number);
    }

    public static ObjectNode database(int number) {
        return of("""
                {"DBInstanceId": "rm-bp%1$d", "DBInstanceDescription": "orders-%1$d", "DBInstanceStatus": "Running", "ZoneId": "cn-hangzhou-b",
                 "DBInstanceClass": "rds.mysql.s2.large", "ConnectionString": "rm-bp%1$d.mysql.rds.aliyuncs.com", "CreateTime": "2026-01-01T00:00:00Z",
                 "Category": "HighAvailability", "PayType": "Postpaid", "DeletionProtection": true, "Engine": "MySQL", "EngineVersion": "8.0",
                 "ExpireTime": "2099-12-31T15:59:59Z", "LockMode": "Unlock", "InstanceNetworkType": "VPC", "ResourceGroupId": "rg-1",
                 "DBInstanceType": "Primary", "DBInstanceStorageType": "cloud_essd", "VpcId": "vpc-bp0", "VSwitchId": "vsw-bp0",
                 "GuardDBInstanceId": "rm-guard"}
                """, number);
    }

    private static ObjectNode of(String json, int number) {
        try {
            return (ObjectNode) JSON.readTree(json.formatted(number));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
