package provider.aws.client;

import inventory.api.action.ActionProgress;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/** Changes one scaling group. Auto Scaling knows no rehearsal. */
public final class ScalingChanges {
    private final RegionClient changing;
    private final RegionClient reading;
    private final ActionProgress progress;

    public ScalingChanges(AwsClient aws, String region, ActionProgress progress) {
        changing = aws.changing(region);
        reading = aws.region(region);
        this.progress = progress;
    }

    /** The group as it is now. */
    public AutoScalingGroup find(String name) throws ProviderException, InterruptedException {
        Call call = reading.call("autoscaling", "DescribeAutoScalingGroups");
        return reading
                .calls()
                .one(call, () -> reading.autoScaling().describeAutoScalingGroups(q -> q.autoScalingGroupNames(name)))
                .autoScalingGroups()
                .stream()
                .filter(group -> name.equals(group.autoScalingGroupName()))
                .findFirst()
                .orElseThrow(
                        () -> new ProviderException(FailureKind.INTERNAL, call + ": there is no group " + name + "."));
    }

    /** @param honorCooldown refused while a pause after the last scaling has not passed */
    public void setDesiredCapacity(String name, int size, boolean honorCooldown)
            throws ProviderException, InterruptedException {
        changing.calls()
                .change(
                        changing.call("autoscaling", "SetDesiredCapacity"),
                        progress,
                        () -> changing.autoScaling()
                                .setDesiredCapacity(q -> q.autoScalingGroupName(name)
                                        .desiredCapacity(size)
                                        .honorCooldown(honorCooldown)));
    }
}
