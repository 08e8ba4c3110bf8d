package provider.aws.map;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.Bucket;

/** S3 bucket → {@code object_storage}. */
public final class BucketMapper {
    private BucketMapper() {}

    /** @param origin with the bucket's own region */
    public static ResourceData map(Bucket bucket, Map<String, String> tags, Origin origin) {
        String arn = bucket.name() == null ? null : "arn:" + origin.partition() + ":s3:::" + bucket.name();
        return origin.describe(arn, "object_storage", "S3 Bucket")
                .name(bucket.name())
                .vendorIdentifier("bucket_name", bucket.name())
                .state(ResourceState.ACTIVE)
                .emsCreatedOn(bucket.creationDate())
                .providerTags(tags)
                .property("arn", arn)
                .build();
    }
}
