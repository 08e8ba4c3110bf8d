package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The account in moto, as its owner sees and changes it. Moto takes any signature. */
final class MotoAccount {
    private static final String IMAGE = "ami-04681a1dbd79675a5";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    MotoAccount(String url) {
        this.url = URI.create(url);
    }

    /** Starts so many machines. @return their ids */
    List<String> run(int count) throws IOException, InterruptedException {
        return all(
                "instanceId",
                ec2("RunInstances&InstanceType=t3.large&ImageId=" + IMAGE + "&MinCount=" + count + "&MaxCount="
                        + count));
    }

    /** From now on this machine cannot be terminated. */
    void protect(String machine) throws IOException, InterruptedException {
        ec2("ModifyInstanceAttribute&DisableApiTermination.Value=true&InstanceId=" + machine);
    }

    String state(String machine) throws IOException, InterruptedException {
        String answer = ec2("DescribeInstances&InstanceId.1=" + machine);
        return all("name", answer.substring(answer.indexOf("<instanceState>"))).get(0);
    }

    /** Values of all tags of a machine. */
    List<String> tags(String machine) throws IOException, InterruptedException {
        return all("value", ec2("DescribeTags&Filter.1.Name=resource-id&Filter.1.Value.1=" + machine));
    }

    /** Makes a scaling group of one machine. @return its ARN */
    String group(String name, int most) throws IOException, InterruptedException {
        scaling("CreateLaunchConfiguration&LaunchConfigurationName=small&InstanceType=t3.large&ImageId=" + IMAGE);
        scaling("CreateAutoScalingGroup&LaunchConfigurationName=small&AvailabilityZones.member.1=us-east-1a"
                + "&MinSize=0&DesiredCapacity=1&AutoScalingGroupName=" + name + "&MaxSize=" + most);
        return all("AutoScalingGroupARN", scaling("DescribeAutoScalingGroups")).get(0);
    }

    /** How many machines the only group shall have. */
    int desired() throws IOException, InterruptedException {
        return Integer.parseInt(
                all("DesiredCapacity", scaling("DescribeAutoScalingGroups")).get(0));
    }

    private String ec2(String action) throws IOException, InterruptedException {
        return ask("ec2", "2016-11-15", action);
    }

    private String scaling(String action) throws IOException, InterruptedException {
        return ask("autoscaling", "2011-01-01", action);
    }

    private String ask(String service, String version, String action) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=owner/20260101/us-east-1/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofString("Version=" + version + "&Action=" + action))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static List<String> all(String element, String xml) {
        return Pattern.compile("<" + element + ">([^<]*)<")
                .matcher(xml)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
