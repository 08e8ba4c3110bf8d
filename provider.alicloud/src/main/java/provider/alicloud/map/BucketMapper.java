package provider.alicloud.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.function.UnaryOperator;

/** OSS bucket → {@code object_storage}. */
public final class BucketMapper {
    private BucketMapper() {}

    /** @param field what the listing says under a name; empty if nothing */
    public static ResourceData map(UnaryOperator<String> field, Origin origin) {
        String name = field.apply("Name");
        String reference = name.isEmpty() ? "" : "acs:oss:*:" + origin.account() + ":" + name;
        String location = field.apply("Location").replaceFirst("^oss-", "");
        return new Origin(origin.account(), location)
                .describe(reference, "object_storage", "OSS Bucket")
                .name(name)
                .vendorIdentifier("bucket", name)
                .state(ResourceState.ACTIVE)
                .flavor(field.apply("StorageClass"))
                .emsCreatedOn(Fields.instant(field.apply("CreationDate")))
                .property("endpoint", field.apply("ExtranetEndpoint"))
                .property("internal_endpoint", field.apply("IntranetEndpoint"))
                .property("resource_group_id", field.apply("ResourceGroupId"))
                .property("storage_class", field.apply("StorageClass"))
                .build();
    }
}
