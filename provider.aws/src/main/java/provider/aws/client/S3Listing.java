package provider.aws.client;

import inventory.api.provider.ProviderException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** The buckets of an account. They are listed in one place for all regions. */
public final class S3Listing {
    /** Region of a bucket that does not tell. */
    public static final String UNKNOWN = "unknown";

    private static final int PAGE = 10_000;
    private final AwsClient aws;

    public S3Listing(AwsClient aws) {
        this.aws = aws;
    }

    /** A bucket with its region, or {@link #UNKNOWN}. */
    public record PlacedBucket(Bucket bucket, String region, Map<String, String> tags) {}

    /** @param wanted which regions' buckets to visit; those whose region is unknown are visited always */
    public void buckets(Predicate<String> wanted, Visitor<PlacedBucket> visitor)
            throws ProviderException, InterruptedException {
        S3Client s3 = aws.home().s3();
        aws.home()
                .calls()
                .pages(
                        aws.home().call("s3", "ListBuckets"),
                        token -> s3.listBuckets(q -> q.maxBuckets(PAGE).continuationToken(token)),
                        ListBucketsResponse::continuationToken,
                        page -> place(page.buckets(), wanted, visitor));
    }

    private void place(List<Bucket> buckets, Predicate<String> wanted, Visitor<PlacedBucket> visitor)
            throws ProviderException, InterruptedException {
        for (Bucket bucket : buckets) {
            String region = regionOf(bucket);
            if (UNKNOWN.equals(region)) {
                visitor.visit(new PlacedBucket(bucket, region, Map.of()));
            } else if (wanted.test(region)) {
                visitor.visit(new PlacedBucket(bucket, region, tags(bucket, aws.region(region))));
            }
        }
    }

    /** AWS tells the region in the list itself; others want to be asked bucket by bucket. */
    private String regionOf(Bucket bucket) throws ProviderException, InterruptedException {
        if (bucket.bucketRegion() != null && !bucket.bucketRegion().isBlank()) {
            return bucket.bucketRegion();
        }
        RegionClient home = aws.home();
        return home.calls()
                .ifAllowed(
                        home.call("s3", "GetBucketLocation"),
                        () -> home.s3().getBucketLocation(q -> q.bucket(bucket.name())))
                .map(answer -> current(answer.locationConstraintAsString()))
                .orElse(UNKNOWN);
    }

    /** The oldest region has no constraint, and Ireland was once all of Europe. */
    private static String current(String constraint) {
        if (constraint == null || constraint.isBlank()) {
            return "us-east-1";
        }
        return "EU".equals(constraint) ? "eu-west-1" : constraint;
    }

    private Map<String, String> tags(Bucket bucket, RegionClient region)
            throws ProviderException, InterruptedException {
        Optional<GetBucketTaggingResponse> tagging =
                region.calls().ifAllowed(region.call("s3", "GetBucketTagging"), () -> tagging(region, bucket.name()));
        Map<String, String> tags = new LinkedHashMap<>();
        for (Tag tag : tagging.map(GetBucketTaggingResponse::tagSet).orElse(List.of())) {
            tags.put(tag.key(), tag.value());
        }
        return tags;
    }

    /** A bucket without tags answers 404, as does one that was deleted since it was listed: the next run will see that. */
    private static GetBucketTaggingResponse tagging(RegionClient region, String bucket) {
        try {
            return region.s3().getBucketTagging(q -> q.bucket(bucket));
        } catch (S3Exception e) {
            if (e.statusCode() == 404
                    && e.awsErrorDetails() != null
                    && List.of("NoSuchTagSet", "NoSuchBucket")
                            .contains(e.awsErrorDetails().errorCode())) {
                return GetBucketTaggingResponse.builder().build();
            }
            throw e;
        }
    }
}
