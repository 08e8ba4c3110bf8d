package provider.aws.map;

import static inventory.api.taxonomy.RelationshipType.ATTACHED_TO;
import static inventory.api.taxonomy.RelationshipType.MEMBER_OF;

import inventory.api.resource.ResourceData;
import inventory.api.taxonomy.ResourceState;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Lambda function → {@code serverless_function}. */
public final class FunctionMapper {
    private FunctionMapper() {}

    public static ResourceData map(FunctionConfiguration function, Map<String, String> tags, Origin origin) {
        // A function outside any VPC is described with empty texts.
        String vpc = function.vpcConfig() == null
                ? null
                : Origin.firstText(function.vpcConfig().vpcId(), null);
        ResourceData.Builder resource = origin.describe(
                        function.functionArn(), "serverless_function", "Lambda Function")
                .name(function.functionName())
                .description(function.description())
                .vendorIdentifier("function_name", function.functionName())
                .vendorIdentifier("arn", function.functionArn())
                .state(ResourceState.ACTIVE)
                .memoryMb(
                        function.memorySize() == null
                                ? null
                                : function.memorySize().longValue())
                .providerTags(tags)
                .property("runtime", function.runtimeAsString())
                .property("handler", function.handler())
                .property("code_size_bytes", function.codeSize())
                .property("timeout_seconds", function.timeout())
                .property("memory_mb", function.memorySize())
                .property("architectures", List.copyOf(function.architecturesAsStrings()))
                .property("package_type", function.packageTypeAsString())
                .property("role", function.role())
                .property("vpc_id", vpc)
                .property("last_modified", function.lastModified())
                .relation(MEMBER_OF, vpc);
        if (function.vpcConfig() != null) {
            function.vpcConfig().securityGroupIds().forEach(group -> resource.relation(ATTACHED_TO, group));
        }
        return resource.build();
    }
}
