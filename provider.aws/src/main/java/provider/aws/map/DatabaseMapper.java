package provider.aws.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Endpoint;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** RDS instance → {@code relational_db}. */
public final class DatabaseMapper {
    private DatabaseMapper() {}

    public static ResourceData map(DBInstance db, Origin origin) {
        Endpoint endpoint = db.endpoint();
        String vpc = db.dbSubnetGroup() == null ? null : db.dbSubnetGroup().vpcId();
        List<String> groups = Origin.plain(db.vpcSecurityGroups(), VpcSecurityGroupMembership::vpcSecurityGroupId);
        String id = Origin.firstText(db.dbInstanceArn(), db.dbInstanceIdentifier());
        ResourceData.Builder resource = origin.describe(id, "relational_db", "RDS Instance")
                .name(db.dbInstanceIdentifier())
                .vendorIdentifier("db_instance_id", db.dbInstanceIdentifier())
                .vendorIdentifier("arn", db.dbInstanceArn())
                .state(state(db.dbInstanceStatus()))
                .flavor(db.dbInstanceClass())
                .diskGb(
                        db.allocatedStorage() == null
                                ? null
                                : db.allocatedStorage().longValue())
                .fqdn(endpoint == null ? null : endpoint.address())
                .availabilityZone(db.availabilityZone())
                .emsCreatedOn(db.instanceCreateTime())
                .providerTags(Origin.tags(db.tagList(), Tag::key, Tag::value))
                .property("status", db.dbInstanceStatus())
                .property("engine", db.engine())
                .property("engine_version", db.engineVersion())
                .property("db_instance_class", db.dbInstanceClass())
                .property("multi_az", db.multiAZ())
                .property("storage_type", db.storageType())
                .property("storage_encrypted", db.storageEncrypted())
                .property("port", endpoint == null ? null : endpoint.port())
                .property("vpc_id", vpc)
                .property("publicly_accessible", db.publiclyAccessible())
                .property("backup_retention_days", db.backupRetentionPeriod())
                .property("security_groups", groups)
                .property("cluster_id", db.dbClusterIdentifier())
                .relation(MEMBER_OF, vpc)
                .metric("allocated_storage_gb", db.allocatedStorage());
        groups.forEach(group -> resource.relation(ATTACHED_TO, group));
        return resource.build();
    }

    /** RDS has some forty words; what is being worked on while it serves counts as running, as the vendor bills it. */
    private static ResourceState state(String status) {
        return switch (status == null ? "" : status) {
            case "available", "modifying", "rebooting", "backing-up", "maintenance", "upgrading", "renaming" ->
                ResourceState.RUNNING;
            case "storage-optimization", "storage-config-upgrade", "storage-initialization" -> ResourceState.RUNNING;
            case "resetting-master-credentials", "converting-to-vpc", "moving-to-vpc" -> ResourceState.RUNNING;
            case "configuring-enhanced-monitoring",
                    "configuring-iam-database-auth",
                    "configuring-log-exports",
                    "configuring-associated-roles" -> ResourceState.RUNNING;
            case "stopped", "stopping" -> ResourceState.STOPPED;
            case "starting", "creating" -> ResourceState.PROVISIONING;
            case "failed", "restore-error", "storage-full", "insufficient-capacity" -> ResourceState.ERROR;
            case "incompatible-network",
                    "incompatible-option-group",
                    "incompatible-parameters",
                    "incompatible-restore",
                    "incompatible-create",
                    "inaccessible-encryption-credentials",
                    "inaccessible-encryption-credentials-recoverable" -> ResourceState.ERROR;
            case "deleting", "delete-precheck" -> ResourceState.DECOMMISSIONED;
            default -> ResourceState.UNKNOWN;
        };
    }
}
