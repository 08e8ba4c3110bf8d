package provider.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static inventory.api.provider.FailureKind.INTERNAL;
import static inventory.api.provider.FailureKind.MALFORMED;
import static inventory.api.provider.FailureKind.PERMISSION;
import static inventory.api.provider.FailureKind.THROTTLED;
import static inventory.api.provider.FailureKind.TIMEOUT;
import static inventory.api.provider.FailureKind.UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.aws.FakeAws.action;
import static provider.aws.FakeAws.ec2Error;
import static provider.aws.FakeAws.queryError;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change is sent once whatever happens, followed to its end, and never said to be undone when nobody knows. */
final class AwsActionsTest {
    private static final String MACHINE = "i-0123456789abcdef0";
    private static final String GROUP =
            "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:" + "8d1f:autoScalingGroupName/teams/web";
    private static FakeAws aws;
    private RecordingProgress progress;

    @BeforeAll
    static void start() {
        aws = new FakeAws();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @BeforeEach
    void healthy() {
        progress = new RecordingProgress();
        aws.healthy().but(action("StartInstances"), done("StartInstances"));
    }

    @Test
    void aStartIsFollowedUntilTheMachineRuns() throws Exception {
        looks("pending", "pending", "running");
        ActionResult result = perform("start", Map.of());
        assertEquals(MACHINE + " is running.", result.message());
        assertEquals(List.of("30 EC2 took the request.", "30 " + MACHINE + " is pending."), progress.steps());
        assertEquals(List.of(seconds(5), seconds(5), seconds(5)), progress.pauses());
        assertFalse(progress.unsettled());
        assertEquals(1, aws.bodies("StartInstances").size());
        assertTrue(aws.bodies("StartInstances").get(0).contains("InstanceId.1=" + MACHINE));
    }

    @Test
    void aMachineThatFallsBackIsToldWithTheReason() {
        looks("pending", "stopped");
        ProviderException failure = refused("start", Map.of());
        told(
                failure,
                INTERNAL,
                MACHINE + " is stopped and not running. EC2 says: Client.InternalError: the disk's key.");
        assertFalse(progress.unsettled());
    }

    @Test
    void aProtectedMachineStays() {
        aws.but(action("TerminateInstances"), ec2Error(400, "OperationNotPermitted"));
        told(refused("terminate", Map.of()), INTERNAL, "ec2 TerminateInstances in eu-west-1: OperationNotPermitted");
        assertEquals(1, aws.bodies("TerminateInstances").size());
    }

    @Test
    void aMissingRightIsNamed() {
        aws.but(action("RebootInstances"), ec2Error(403, "UnauthorizedOperation"));
        told(refused("reboot", Map.of()), PERMISSION, "The permission needed is ec2:RebootInstances.");
    }

    @Test
    void aThrottledChangeIsNotSentAgain() {
        aws.but(action("StopInstances"), ec2Error(503, "RequestLimitExceeded"));
        told(refused("stop", Map.of("force", true)), THROTTLED, "RequestLimitExceeded");
        assertEquals(1, aws.bodies("StopInstances").size());
        assertTrue(aws.bodies("StopInstances").get(0).contains("Force=true"));
    }

    @Test
    void whatBreaksOffAfterTheRequestLeavesTheOutcomeOpen() {
        open(UNREACHABLE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        open(UNREACHABLE, aResponse().withFault(Fault.EMPTY_RESPONSE));
        open(MALFORMED, done("StartInstances").withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        open(MALFORMED, aResponse().withBody("<StartInstancesResponse><instan"));
        open(MALFORMED, aResponse().withBody("<html>Log in</html>"));
        open(MALFORMED, ec2Error(500, "InternalError"));
        open(MALFORMED, aResponse().withStatus(502).withBody("<html>Bad gateway</html>"));
        open(TIMEOUT, done("StartInstances").withFixedDelay(7_000));
    }

    @Test
    void aPlainNoWithTheStatusOfAFailureIsOne() {
        aws.but(action("StartInstances"), ec2Error(500, "InsufficientInstanceCapacity"));
        told(refused("start", Map.of()), INTERNAL, "InsufficientInstanceCapacity");
    }

    @Test
    void aLostConnectionWhileItIsFollowedLeavesNothingOpen() {
        aws.but(action("DescribeInstances"), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        told(refused("start", Map.of()), UNREACHABLE, "DescribeInstances");
        assertFalse(progress.unsettled());
    }

    @Test
    void aRehearsalChangesNothing() throws Exception {
        aws.but(action("TerminateInstances"), ec2Error(412, "DryRunOperation"));
        assertEquals(
                "EC2 would permit it: terminate of " + MACHINE
                        + ". Whether its state and protection allow it, EC2 tells only when it is done.",
                rehearse("terminate").message());
        assertTrue(aws.bodies("TerminateInstances").get(0).contains("DryRun=true"));
        aws.but(action("RebootInstances"), ec2Error(403, "UnauthorizedOperation"));
        told(assertThrows(ProviderException.class, () -> rehearse("reboot")), PERMISSION, "ec2:RebootInstances");
        assertEquals(List.of(), progress.steps());
        assertFalse(progress.unsettled());
    }

    @Test
    void tagsAreSetAndRemoved() throws Exception {
        aws.but(action("CreateTags"), done("CreateTags")).but(action("DeleteTags"), done("DeleteTags"));
        perform("set-tag", Map.of("key", "team", "value", "blue & co"));
        assertTrue(aws.bodies("CreateTags").get(0).contains("Tag.1.Key=team&Tag.1.Value=blue+%26+co"));
        perform("remove-tag", Map.of("key", "team"));
        String removed = aws.bodies("DeleteTags").get(0);
        assertTrue(removed.contains("Tag.1.Key=team") && !removed.contains("Value"), removed);
    }

    @Test
    void theDesiredCapacityStaysWithinTheLimitsOfTheGroup() throws Exception {
        aws.but(action("DescribeAutoScalingGroups"), aResponse().withBody(GROUPS))
                .but(action("SetDesiredCapacity"), done("SetDesiredCapacity"));
        told(refused(capacity(6)), INTERNAL, "teams/web may have 1 to 5 instances, not 6.");
        told(refused(capacity(0)), INTERNAL, "teams/web may have 1 to 5 instances, not 0.");
        assertEquals(0, aws.bodies("SetDesiredCapacity").size());
        ActionResult result = perform(capacity(5));
        assertEquals(Map.of("desired_capacity", 5L, "previous_desired_capacity", 2), result.details());
        assertTrue(
                aws.bodies("SetDesiredCapacity").get(0).contains("AutoScalingGroupName=teams%2Fweb&DesiredCapacity=5"));
    }

    @Test
    void aGroupThatIsScalingIsRefusedInTheWordsOfThePlatform() {
        aws.but(action("DescribeAutoScalingGroups"), aResponse().withBody(GROUPS))
                .but(action("SetDesiredCapacity"), queryError(400, "ScalingActivityInProgress"));
        told(refused(capacity(5)), INTERNAL, "autoscaling SetDesiredCapacity in eu-west-1: ScalingActivityInProgress");
    }

    private static final String GROUPS = "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult>"
            + "<AutoScalingGroups><member><AutoScalingGroupName>teams/web</AutoScalingGroupName><MinSize>1</MinSize>"
            + "<MaxSize>5</MaxSize><DesiredCapacity>2</DesiredCapacity></member></AutoScalingGroups>"
            + "</DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>";

    private void open(FailureKind kind, ResponseDefinitionBuilder answer) {
        progress = new RecordingProgress();
        aws.healthy().but(action("StartInstances"), answer);
        ProviderException failure = refused("start", Map.of());
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(progress.unsettled(), failure.getMessage());
        assertEquals(1, aws.bodies("StartInstances").size(), failure.getMessage());
    }

    private static ResponseDefinitionBuilder done(String action) {
        return aResponse().withBody("<" + action + "Response><return>true</return></" + action + "Response>");
    }

    /** What it looks like, one state after the other. */
    private static void looks(String... states) {
        String before = "Started";
        for (int n = 0; n < states.length; n++) {
            String after = "look " + (n + 1);
            aws.but(
                    action("DescribeInstances")
                            .inScenario("looks")
                            .whenScenarioStateIs(before)
                            .willSetStateTo(after),
                    aResponse()
                            .withBody(
                                    "<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>"
                                            + MACHINE + "</instanceId><instanceState><name>" + states[n]
                                            + "</name></instanceState><stateReason><message>Client.InternalError: the disk's key."
                                            + "</message></stateReason></item></instancesSet></item></reservationSet>"
                                            + "</DescribeInstancesResponse>"));
            before = after;
        }
    }

    private ProviderException refused(String action, Map<String, Object> parameters) {
        return refused(machine(action, parameters, false));
    }

    private ProviderException refused(ActionRequest request) {
        return assertThrows(ProviderException.class, () -> perform(request));
    }

    private ActionResult perform(String action, Map<String, Object> parameters) throws Exception {
        return perform(machine(action, parameters, false));
    }

    private ActionResult rehearse(String action) throws Exception {
        return perform(machine(action, Map.of(), true));
    }

    private ActionResult perform(ActionRequest request) throws Exception {
        try (ProviderConnection connection = new AwsProvider().connect(aws.context())) {
            return ((ResourceActions) connection).perform(request, progress);
        }
    }

    private static ActionRequest machine(String action, Map<String, Object> parameters, boolean dryRun) {
        return new ActionRequest(
                action, Targets.resource(MACHINE, "virtual_machine", FakeAws.REGION, Map.of()), parameters, dryRun);
    }

    private static ActionRequest capacity(long size) {
        return new ActionRequest(
                "desired-capacity",
                Targets.resource(GROUP, "auto_scaling_group", FakeAws.REGION, Map.of()),
                Map.of("size", size, "honor_cooldown", true),
                false);
    }

    private static void told(ProviderException failure, FailureKind kind, String words) {
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertFalse(failure.getMessage().contains(FakeAws.SECRET), failure.getMessage());
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
