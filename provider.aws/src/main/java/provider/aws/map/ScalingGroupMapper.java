package provider.aws.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Auto Scaling group → {@code auto_scaling_group}. */
public final class ScalingGroupMapper {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private ScalingGroupMapper() {}

    public static ResourceData map(AutoScalingGroup group, Origin origin) {
        String id = Origin.firstText(group.autoScalingGroupARN(), group.autoScalingGroupName());
        int instances = group.instances().size();
        ResourceData.Builder resource = origin.describe(id, "auto_scaling_group", "Auto Scaling Group")
                .name(group.autoScalingGroupName())
                .vendorIdentifier("asg_name", group.autoScalingGroupName())
                .vendorIdentifier("arn", group.autoScalingGroupARN())
                .state(ResourceState.ACTIVE)
                .emsCreatedOn(group.createdTime())
                .providerTags(Origin.tags(group.tags(), TagDescription::key, TagDescription::value))
                .property("min_size", group.minSize())
                .property("max_size", group.maxSize())
                .property("desired_capacity", group.desiredCapacity())
                .property("current_instances", instances)
                .property("launch_template", launchTemplate(group))
                .property("launch_configuration", group.launchConfigurationName())
                .property("health_check_type", group.healthCheckType())
                .property("availability_zones", List.copyOf(group.availabilityZones()))
                .property("subnet_ids", subnets(group.vpcZoneIdentifier()))
                .property("target_group_arns", List.copyOf(group.targetGroupARNs()))
                .metric("desired_capacity", group.desiredCapacity())
                .metric("current_instances", instances);
        group.instances().forEach(one -> resource.relation(RelationshipType.MANAGES, one.instanceId()));
        return resource.build();
    }

    /** Null for a group that is made from a launch configuration. */
    private static Map<String, Object> launchTemplate(AutoScalingGroup group) {
        LaunchTemplateSpecification template = group.launchTemplate();
        if (template == null
                && group.mixedInstancesPolicy() != null
                && group.mixedInstancesPolicy().launchTemplate() != null) {
            template = group.mixedInstancesPolicy().launchTemplate().launchTemplateSpecification();
        }
        if (template == null) {
            return null;
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", Origin.firstText(template.launchTemplateId(), ""));
        plain.put("name", Origin.firstText(template.launchTemplateName(), ""));
        plain.put("version", Origin.firstText(template.version(), ""));
        return plain;
    }

    private static List<String> subnets(String zoneIdentifier) {
        return zoneIdentifier == null || zoneIdentifier.isBlank()
                ? List.of()
                : List.of(COMMA.split(zoneIdentifier.strip()));
    }
}
