package provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.aws.FakeAws.action;
import static provider.aws.FakeAws.reply;

import inventory.api.provider.BaseProvider;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.RecordingSink;
import inventory.api.provider.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** The bundle as it is shipped, in a framework: nothing of the SDK comes from anywhere else. */
final class BundleIT {
    private static final String PACKAGES =
            "inventory.api.action;version=1.99,inventory.api.http;version=1.99,inventory.api.provider;version=1.99,"
                    + "inventory.api.resource;version=1.99,"
                    + "inventory.api.taxonomy;version=1.99,"
                    + "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,org.slf4j.spi;version=2.0.17";
    private static final String DECLARATIVE_SERVICES =
            "osgi.extender;osgi.extender=osgi.component;version:Version=1.5.0";
    private static final long UPLOAD_LIMIT = 50L << 20;

    @TempDir
    static Path cache;

    private static FakeAws aws;
    private static Framework framework;
    private static Bundle bundle;
    private static Path jar;

    @BeforeAll
    static void install() throws Exception {
        aws = new FakeAws();
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            jar = built.filter(file -> file.getFileName().toString().matches("provider\\.aws-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        PACKAGES,
                        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                        DECLARATIVE_SERVICES));
        framework.start();
        bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        bundle.start();
    }

    @AfterAll
    static void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        aws.close();
    }

    @Test
    void fitsThroughTheUploadAndExportsNothing() throws Exception {
        assertTrue(Files.size(jar) < UPLOAD_LIMIT, Files.size(jar) + " bytes");
        assertNull(bundle.getHeaders().get(Constants.EXPORT_PACKAGE));
        assertTrue(bundle.getEntry("manifest.yml") != null, "no manifest.yml");
    }

    @Test
    void readsTheWholeEstate() throws Exception {
        FakeProviderContext context = aws.healthy().context();
        int resources = 0;
        try (ProviderConnection connection = provider().connect(context)) {
            for (Scope scope : connection.scopes()) {
                RecordingSink sink = new RecordingSink();
                connection.collect(scope, sink);
                resources += sink.resources().size();
            }
        }
        assertEquals(FakeAws.CALLS, context.calls());
        assertEquals(17, resources);
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
        try (ProviderConnection connection = provider().connect(context.targeting("vpc"))) {
            RecordingSink sink = new RecordingSink();
            connection.collect(connection.scopes().get(0), sink);
            assertEquals(1, sink.resources().size());
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private static BaseProvider provider() throws ReflectiveOperationException {
        return (BaseProvider)
                bundle.loadClass("provider.aws.AwsProvider").getConstructor().newInstance();
    }
}
