package provider.aws.client;

import inventory.api.action.ActionProgress;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Changes one machine. Each change is sent once, or rehearsed: then EC2 only says whether it would be done. */
public final class Ec2Changes {
    private final RegionClient changing;
    private final RegionClient reading;
    private final boolean rehearsal;
    private final ActionProgress progress;

    public Ec2Changes(AwsClient aws, String region, boolean rehearsal, ActionProgress progress) {
        changing = aws.changing(region);
        reading = aws.region(region);
        this.rehearsal = rehearsal;
        this.progress = progress;
    }

    /**
     * @param name in the words of EC2
     * @param reason of the last change, in the words of EC2; empty if there was none
     */
    public record State(String name, String reason) {}

    public void start(String id) throws ProviderException, InterruptedException {
        send("StartInstances", ec2 -> ec2.startInstances(q -> q.instanceIds(id).dryRun(rehearsal)));
    }

    /** @param force without a chance for the operating system to write what is in its memory */
    public void stop(String id, boolean force) throws ProviderException, InterruptedException {
        send(
                "StopInstances",
                ec2 -> ec2.stopInstances(q -> q.instanceIds(id).force(force).dryRun(rehearsal)));
    }

    public void reboot(String id) throws ProviderException, InterruptedException {
        send(
                "RebootInstances",
                ec2 -> ec2.rebootInstances(q -> q.instanceIds(id).dryRun(rehearsal)));
    }

    public void terminate(String id) throws ProviderException, InterruptedException {
        send(
                "TerminateInstances",
                ec2 -> ec2.terminateInstances(q -> q.instanceIds(id).dryRun(rehearsal)));
    }

    public void tag(String id, String key, String value) throws ProviderException, InterruptedException {
        send(
                "CreateTags",
                ec2 -> ec2.createTags(q -> q.resources(id)
                        .tags(Tag.builder().key(key).value(value).build())
                        .dryRun(rehearsal)));
    }

    /** Whatever value it has. */
    public void untag(String id, String key) throws ProviderException, InterruptedException {
        send(
                "DeleteTags",
                ec2 -> ec2.deleteTags(q ->
                        q.resources(id).tags(Tag.builder().key(key).build()).dryRun(rehearsal)));
    }

    private void send(String operation, Function<Ec2Client, ?> request) throws ProviderException, InterruptedException {
        Call call = changing.call("ec2", operation);
        if (rehearsal) {
            changing.calls().rehearse(call, () -> request.apply(changing.ec2()));
        } else {
            changing.calls().change(call, progress, () -> request.apply(changing.ec2()));
        }
    }

    /** How it is now. A machine that is gone for good has vanished from EC2 after an hour, or sooner. */
    public State state(String id) throws ProviderException, InterruptedException {
        Call call = reading.call("ec2", "DescribeInstances");
        DescribeInstancesResponse answer =
                reading.calls().one(call, () -> reading.ec2().describeInstances(q -> q.instanceIds(id)));
        List<Instance> found = answer.reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .filter(instance -> id.equals(instance.instanceId()))
                .toList();
        if (found.size() != 1 || found.get(0).state() == null) {
            throw new ProviderException(
                    FailureKind.MALFORMED, call + ": the answer does not tell the state of " + id + ".");
        }
        Instance instance = found.get(0);
        String reason = Optional.ofNullable(instance.stateReason())
                .map(told -> Optional.ofNullable(told.message()).orElse(""))
                .orElse("");
        return new State(instance.state().nameAsString(), reason);
    }
}
