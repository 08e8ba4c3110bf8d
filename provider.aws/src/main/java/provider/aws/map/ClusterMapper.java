package provider.aws.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.Map;
import software.amazon.awssdk.services.eks.model.Cluster;

/** EKS cluster → {@code container_orchestration_platform}. */
public final class ClusterMapper {
    private ClusterMapper() {}

    public static ResourceData map(Cluster cluster, Origin origin) {
        String id = Origin.firstText(cluster.arn(), cluster.name());
        ResourceData.Builder resource = origin.describe(id, "container_orchestration_platform", "EKS Cluster")
                .name(cluster.name())
                .vendorIdentifier("cluster_name", cluster.name())
                .vendorIdentifier("arn", cluster.arn())
                .state(state(cluster.statusAsString()))
                .fqdn(cluster.endpoint())
                .emsCreatedOn(cluster.createdAt())
                .providerTags(Map.copyOf(cluster.tags()))
                .property("kubernetes_version", cluster.version())
                .property("platform_version", cluster.platformVersion())
                .property("endpoint", cluster.endpoint())
                .property("role_arn", cluster.roleArn());
        if (cluster.resourcesVpcConfig() != null) {
            var network = cluster.resourcesVpcConfig();
            resource.property("vpc_id", network.vpcId())
                    .property("endpoint_public_access", network.endpointPublicAccess())
                    .property("endpoint_private_access", network.endpointPrivateAccess())
                    .relation(MEMBER_OF, network.vpcId())
                    .relation(ATTACHED_TO, network.clusterSecurityGroupId());
        }
        return resource.build();
    }

    private static ResourceState state(String status) {
        return switch (status == null ? "" : status) {
            case "ACTIVE", "UPDATING" -> ResourceState.ACTIVE;
            case "CREATING", "PENDING" -> ResourceState.PROVISIONING;
            case "DELETING" -> ResourceState.DECOMMISSIONED;
            case "FAILED" -> ResourceState.ERROR;
            default -> ResourceState.UNKNOWN;
        };
    }
}
