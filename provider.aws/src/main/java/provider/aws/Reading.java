package provider.aws;

import inventory.api.provider.ResourceSink;
import java.util.List;
import provider.aws.client.AwsClient;
import provider.aws.client.RegionClient;
import provider.aws.map.Origin;

/**
 * One scope being read.
 *
 * @param regions all regions of the connection
 */
record Reading(AwsClient aws, Origin origin, List<String> regions, ResourceSink sink) {

    RegionClient region() {
        return aws.region(origin.region());
    }
}
