package provider.aws.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;
import static provider.aws.map.Origin.firstText;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.InstancePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.Tag;

/** EC2 instance → {@code virtual_machine}. */
public final class InstanceMapper {
    private InstanceMapper() {}

    /**
     * @param type what the catalogue says about the instance's type; null if it was not to be had
     * @return empty for an instance that is terminated: it is only still listed for a while
     */
    public static Optional<ResourceData> map(Instance instance, InstanceTypeInfo type, Origin origin) {
        String status = instance.state() == null ? "" : instance.state().nameAsString();
        if ("terminated".equals(status)) {
            return Optional.empty();
        }
        Map<String, String> tags = Origin.tags(instance.tags(), Tag::key, Tag::value);
        ResourceData.Builder resource = origin.describe(instance.instanceId(), "virtual_machine", "EC2 Instance")
                .name(firstText(tags.get("Name"), instance.instanceId()))
                .vendorIdentifier("instance_id", instance.instanceId())
                .vendorIdentifier("image_id", instance.imageId())
                .state(state(status))
                .powerState(status)
                .bootTime(instance.launchTime())
                .emsCreatedOn(instance.launchTime())
                .availabilityZone(
                        instance.placement() == null
                                ? null
                                : instance.placement().availabilityZone())
                .flavor(instance.instanceTypeAsString())
                .cpuCount(cpuCount(instance, type))
                .memoryMb(
                        type == null || type.memoryInfo() == null
                                ? null
                                : type.memoryInfo().sizeInMiB())
                .fqdn(instance.privateDnsName())
                .providerTags(tags);
        addresses(instance, resource);
        operatingSystem(instance, tags, resource);
        properties(instance, type, resource);
        resource.relation(MEMBER_OF, instance.vpcId()).relation(MEMBER_OF, instance.subnetId());
        instance.securityGroups().forEach(group -> resource.relation(ATTACHED_TO, group.groupId()));
        return Optional.of(resource.build());
    }

    /** The two ways down have no state of their own: what the instance is becoming tells more than unknown. */
    private static ResourceState state(String status) {
        return switch (status == null ? "" : status) {
            case "running" -> ResourceState.RUNNING;
            case "stopped", "stopping" -> ResourceState.STOPPED;
            case "pending" -> ResourceState.PROVISIONING;
            case "shutting-down" -> ResourceState.TERMINATED;
            default -> ResourceState.UNKNOWN;
        };
    }

    private static Integer cpuCount(Instance instance, InstanceTypeInfo type) {
        if (instance.cpuOptions() != null
                && instance.cpuOptions().coreCount() != null
                && instance.cpuOptions().threadsPerCore() != null) {
            return instance.cpuOptions().coreCount() * instance.cpuOptions().threadsPerCore();
        }
        return type == null || type.vCpuInfo() == null ? null : type.vCpuInfo().defaultVCpus();
    }

    /** The primary interface's private and public address come first, then all the others, IPv6 last. */
    private static void addresses(Instance instance, ResourceData.Builder resource) {
        Set<String> addresses = new LinkedHashSet<>();
        addresses.add(instance.privateIpAddress());
        addresses.add(instance.publicIpAddress());
        for (InstanceNetworkInterface nic : instance.networkInterfaces()) {
            resource.macAddress(nic.macAddress());
            addresses.add(nic.privateIpAddress());
            addresses.add(publicAddress(nic.association()));
            for (InstancePrivateIpAddress address : nic.privateIpAddresses()) {
                addresses.add(address.privateIpAddress());
                addresses.add(publicAddress(address.association()));
            }
        }
        for (InstanceNetworkInterface nic : instance.networkInterfaces()) {
            nic.ipv6Addresses().forEach(address -> addresses.add(address.ipv6Address()));
        }
        addresses.add(instance.ipv6Address());
        addresses.remove(null);
        resource.ipAddresses(addresses)
                .ansibleHost(addresses.stream().findFirst().orElse(""));
    }

    private static String publicAddress(InstanceNetworkInterfaceAssociation association) {
        return association == null ? null : association.publicIp();
    }

    private static void operatingSystem(Instance instance, Map<String, String> tags, ResourceData.Builder resource) {
        String platform = firstText(instance.platformDetails(), instance.platformAsString());
        boolean windows = platform != null && platform.toLowerCase(Locale.ROOT).contains("windows");
        String osType = windows ? "windows" : "linux";
        resource.osType(osType)
                .osName(platform)
                .ansibleConnection(windows ? "winrm" : "ssh")
                .inventoryGroup(firstText(tags.get("ansible_group"), firstText(tags.get("AnsibleGroup"), osType)));
    }

    private static void properties(Instance instance, InstanceTypeInfo type, ResourceData.Builder resource) {
        List<String> groups = Origin.plain(instance.securityGroups(), GroupIdentifier::groupId);
        resource.property("instance_type", instance.instanceTypeAsString())
                .property("image_id", instance.imageId())
                .property("vpc_id", instance.vpcId())
                .property("subnet_id", instance.subnetId())
                .property("key_name", instance.keyName())
                .property("architecture", instance.architectureAsString())
                .property("hypervisor", instance.hypervisorAsString())
                .property("virtualization_type", instance.virtualizationTypeAsString())
                .property("ebs_optimized", instance.ebsOptimized())
                .property("ena_support", instance.enaSupport())
                .property(
                        "monitoring_state",
                        instance.monitoring() == null
                                ? null
                                : instance.monitoring().stateAsString())
                .property("security_groups", groups)
                .property(
                        "iam_instance_profile",
                        instance.iamInstanceProfile() == null
                                ? null
                                : instance.iamInstanceProfile().arn())
                .property("lifecycle", instance.instanceLifecycleAsString());
        if (type != null && type.instanceStorageInfo() != null) {
            resource.property("instance_storage_gb", type.instanceStorageInfo().totalSizeInGB());
        }
    }
}
