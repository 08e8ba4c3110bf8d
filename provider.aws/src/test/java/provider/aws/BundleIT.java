package provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.aws.FakeAws.action;
import static provider.aws.FakeAws.reply;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.InstalledBundle;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.RecordingSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;

/** The bundle as it is shipped, in a framework: nothing of the SDK comes from anywhere else. */
final class BundleIT {
    private static final long UPLOAD_LIMIT = 50L << 20;

    @TempDir
    static Path cache;

    private static FakeAws aws;
    private static InstalledBundle installed;

    @BeforeAll
    static void install() throws Exception {
        aws = new FakeAws();
        installed = InstalledBundle.start("provider.aws", cache);
    }

    @AfterAll
    static void stop() throws Exception {
        installed.close();
        aws.close();
    }

    @Test
    void fitsThroughTheUploadAndExportsNothing() throws Exception {
        assertTrue(Files.size(installed.jar()) < UPLOAD_LIMIT, Files.size(installed.jar()) + " bytes");
        assertNull(installed.bundle().getHeaders().get(Constants.EXPORT_PACKAGE));
        assertTrue(installed.bundle().getEntry("manifest.yml") != null, "no manifest.yml");
    }

    @Test
    void readsTheWholeEstate() throws Exception {
        FakeProviderContext context = aws.healthy().context();
        RecordingSink sink = RecordingSink.ofEverything(plugin(), context);
        assertEquals(FakeAws.CALLS, context.calls());
        assertEquals(17, sink.resources().size());
    }

    /** The way of a pod in EKS: the SDK loads the class for it by name, and the HTTP client for that from a service file. */
    @Test
    void findsTheKeysOfTheMachineByWebIdentity() throws Exception {
        Path token = Files.writeString(cache.resolve("token"), "web-identity-token");
        aws.healthy().but(action("AssumeRoleWithWebIdentity"), reply("AssumeRoleWithWebIdentity.xml"));
        FakeProviderContext context = aws.context().withoutKey();
        Map<String, String> settings = Map.of(
                "aws.roleArn",
                "arn:aws:iam::123456789012:role/pod",
                "aws.webIdentityTokenFile",
                token.toString(),
                "aws.region",
                "eu-west-1",
                "aws.endpointUrlSts",
                context.endpoint());
        settings.forEach(System::setProperty);
        try (ProviderConnection connection = plugin().connect(context.targeting("vpc"))) {
            RecordingSink sink = new RecordingSink();
            connection.collect(connection.scopes().get(0), sink);
            assertEquals(1, sink.resources().size());
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private static BaseProvider plugin() throws ReflectiveOperationException {
        return installed.plugin("provider.aws.AwsProvider");
    }
}
