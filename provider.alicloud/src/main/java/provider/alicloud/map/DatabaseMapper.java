package provider.alicloud.map;

import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;

/** RDS instance → {@code relational_db}. */
public final class DatabaseMapper {
    private DatabaseMapper() {}

    public static ResourceData map(JsonNode item, Origin origin) {
        Fields database = new Fields(item);
        String status = database.text("DBInstanceStatus");
        return origin.describe(database.text("DBInstanceId"), "relational_db", "RDS Instance")
                .name(database.text("DBInstanceDescription"))
                .vendorIdentifier("db_instance_id", database.text("DBInstanceId"))
                .state(state(status))
                .powerState(status)
                .availabilityZone(database.text("ZoneId"))
                .flavor(database.text("DBInstanceClass"))
                .fqdn(database.text("ConnectionString"))
                .emsCreatedOn(database.time("CreateTime"))
                .property("category", database.text("Category"))
                .property("charge_type", database.text("PayType"))
                .property("deletion_protection", database.flag("DeletionProtection"))
                .property("engine", database.text("Engine"))
                .property("engine_version", database.text("EngineVersion"))
                .property("expires_at", database.text("ExpireTime"))
                .property("instance_class", database.text("DBInstanceClass"))
                .property("lock_mode", database.text("LockMode"))
                .property("network_type", database.text("InstanceNetworkType"))
                .property("resource_group_id", database.text("ResourceGroupId"))
                .property("role", database.text("DBInstanceType"))
                .property("status", status)
                .property("storage_type", database.text("DBInstanceStorageType"))
                .property("vpc_id", database.text("VpcId"))
                .property("vswitch_id", database.text("VSwitchId"))
                .relation(MEMBER_OF, database.text("VpcId"))
                .relation(MEMBER_OF, database.text("VSwitchId"))
                .relation(RelationshipType.REPLICATES_TO, database.text("GuardDBInstanceId"))
                .build();
    }

    /** Of the many words for work on a database, those during which it serves. */
    private static ResourceState state(String status) {
        return switch (Fields.first(status, "")) {
            case "Running",
                    "TRANSING",
                    "TempDBInstanceCreating",
                    "DBInstanceClassChanging",
                    "DBInstanceNetTypeChanging",
                    "EngineVersionUpgrading",
                    "MinorVersionUpgrading",
                    "INS_CLONING",
                    "GuardSwitching" -> ResourceState.RUNNING;
            case "Creating",
                    "Rebooting",
                    "Restarting",
                    "Restoring",
                    "Importing",
                    "ImportingFromOthers",
                    "TransingToOthers",
                    "GuardDBInstanceCreating" -> ResourceState.PROVISIONING;
            case "Stopped", "Stopping" -> ResourceState.STOPPED;
            case "Deleting", "Released" -> ResourceState.DECOMMISSIONED;
            default -> ResourceState.UNKNOWN;
        };
    }
}
