package inventory.core.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.ConflictException;
import inventory.api.InvalidInputException;
import inventory.api.UnusablePluginException;
import inventory.core.Await;
import inventory.core.deploy.Deployments.Swap;
import inventory.core.registry.PluginLease;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Uploads in a real framework. */
class DeploymentsTest {
    private static final String KEY = "acme:widget";
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private DeployFixture here;

    @BeforeEach
    void start() throws Exception {
        here = new DeployFixture(folder);
    }

    @AfterEach
    void stop() throws Exception {
        here.close();
    }

    @Test
    void newVersionTakesThePlaceOfTheOldAndNobodyElseStops() throws Exception {
        here.bystander("bystander");
        Swap first = here.install(PluginJar.of(KEY, "1.0.0").bytes());
        assertEquals(List.of(), first.replaced());
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));

        Swap second = here.install(PluginJar.of(KEY, "2.0.0").bytes(), true);
        assertEquals("1.0.0", second.replaced().get(0).version());
        assertEquals(Optional.of("2.0.0"), here.serving(KEY));
        Await.until("the old bundle is gone", SOON, () -> here.bundles("provider.acme") == 1);
        assertEquals(List.of("provider.acme"), here.stopped);
    }

    @Test
    void sameContentIsSwappedToo() throws Exception {
        byte[] jar = PluginJar.of(KEY, "1.0.0").bytes();
        long first = here.install(jar).fresh().bundles().get(0).getBundleId();
        long second = here.install(jar, true).fresh().bundles().get(0).getBundleId();
        assertTrue(first != second);
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
    }

    @Test
    void keyIsReplacedOnlyByForce() throws Exception {
        here.install(PluginJar.of(KEY, "1.0.0").bytes());
        ConflictException taken = assertThrows(
                ConflictException.class,
                () -> here.install(PluginJar.of(KEY, "2.0.0").bytes()));
        assertEquals(Optional.of(KEY), taken.plugin());
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
    }

    @Test
    void allThatIsMissingIsNamedAndTheOldVersionNeverStops() throws Exception {
        here.bystander("library");
        here.install(PluginJar.of(KEY, "1.0.0").bytes());
        byte[] broken = PluginJar.of(KEY, "2.0.0")
                .imports("com.nowhere,library.offered;version=\"[2,3)\"")
                .header("Require-Bundle", "absent.bundle;bundle-version=1.0.0")
                .bytes();
        UnusablePluginException refused = assertThrows(UnusablePluginException.class, () -> here.install(broken, true));
        assertEquals(
                Set.of(
                        "provider.acme needs the package com.nowhere, which nothing offers",
                        "provider.acme needs the package library.offered [2.0.0,3.0.0); here is only 1.0.0 from library",
                        "provider.acme needs the bundle absent.bundle 1.0.0 or newer, which nothing offers"),
                Set.copyOf(refused.problems()));
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
        assertEquals(List.of(), here.stopped);
        assertEquals(2, here.bundles("provider.acme") + here.bundles("library"));
    }

    @Test
    void whatDoesNotStartLeavesTheOldVersion() throws Exception {
        here.install(PluginJar.of(KEY, "1.0.0").bytes());
        UnusablePluginException refused = assertThrows(
                UnusablePluginException.class,
                () -> here.install(
                        PluginJar.of(KEY, "2.0.0").header("Fails", "no luck").bytes(), true));
        assertTrue(refused.getMessage().contains("no luck"), refused.getMessage());
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
        Await.until("the new bundle is gone", SOON, () -> here.bundles("provider.acme") == 1);
    }

    @Test
    void whatOffersSomethingElseLeavesTheOldVersion() throws Exception {
        here.install(PluginJar.of(KEY, "1.0.0").bytes());
        UnusablePluginException refused = assertThrows(
                UnusablePluginException.class,
                () -> here.install(
                        PluginJar.of(KEY, "2.0.0")
                                .header("Offers", "acme:gadget")
                                .bytes(),
                        true));
        assertTrue(refused.getMessage().contains("found: acme:gadget"), refused.getMessage());
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
        assertEquals(Optional.empty(), here.serving("acme:gadget"));
        assertTrue(Files.exists(here.home.resolve("plugins/acme/widget")));
    }

    @Test
    void manifestMustFitTheService() throws Exception {
        byte[] jar = PluginJar.of(KEY, "1.0.0")
                .entry("manifest.yml", PluginJar.manifest(KEY, "1.0.0").replace("virtual_machine", "vpc"))
                .bytes();
        UnusablePluginException refused = assertThrows(UnusablePluginException.class, () -> here.install(jar));
        assertTrue(refused.getMessage().contains("supported_resource_types"), refused.getMessage());
        assertEquals(List.of(), here.registry.entries());
    }

    @Test
    void disabledKeyIsRefused() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> here.install(PluginJar.of("barred:barred", "1.0.0").bytes()));
        assertTrue(refused.getMessage().contains("barred:barred"), refused.getMessage());
    }

    @Test
    void twoPluginsMayBringDifferentVersionsOfOneLibrary() throws Exception {
        for (String vendor : List.of("acme", "other")) {
            here.install(archive(vendor, vendor.equals("acme") ? "1.0.0" : "2.0.0"));
        }
        here.install(archive("acme", "1.5.0"), true);
        Await.until("the old bundles are gone", SOON, () -> here.bundles("library.shared") == 2);
        assertEquals("1.5.0", wiredTo("acme:widget"));
        assertEquals("2.0.0", wiredTo("other:widget"));
        UnusablePluginException refused = assertThrows(
                UnusablePluginException.class,
                () -> here.install(
                        PluginJar.of("third:widget", "1.0.0").imports("shared").bytes()));
        assertTrue(refused.getMessage().contains("the package shared"), refused.getMessage());
    }

    private static byte[] archive(String vendor, String version) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "manifest.yml", PluginJar.manifest(vendor + ":widget", version).getBytes(StandardCharsets.UTF_8));
        files.put(
                "provider.jar",
                PluginJar.of(vendor + ":widget", version).imports("shared").bytes());
        files.put(
                "library.jar",
                PluginJar.library("library.shared;singleton:=true")
                        .header("Bundle-Version", version)
                        .header("Export-Package", "shared;version=" + version)
                        .bytes());
        return Archives.tarGz(files);
    }

    private String wiredTo(String key) {
        Bundle bundle = here.context.getBundle(
                here.registry.find(key).orElseThrow().service().bundleId());
        return bundle.adapt(BundleWiring.class).getRequiredWires("osgi.wiring.package").stream()
                .filter(wire -> wire.getCapability().getAttributes().containsValue("shared"))
                .map(wire -> wire.getProvider().getBundle().getVersion().toString())
                .collect(Collectors.joining());
    }

    @Test
    void runKeepsItsVersionUntilItEnds() throws Exception {
        here.install(PluginJar.of(KEY, "1.0.0").bytes());
        PluginLease run = here.registry.lease(KEY).orElseThrow();
        Bundle old = here.context.getBundle(
                here.registry.find(KEY).orElseThrow().service().bundleId());
        here.install(PluginJar.of(KEY, "2.0.0").bytes(), true);
        assertEquals("2.0.0", here.registry.lease(KEY).orElseThrow().manifest().version());
        assertEquals("1.0.0", run.manifest().version());
        assertEquals(Bundle.ACTIVE, old.getState());
        run.close();
        Await.until("the old bundle is gone", SOON, () -> old.getState() == Bundle.UNINSTALLED);
        assertEquals(List.of(), here.runs.canceled);
    }

    @Test
    void runThatLastsTooLongIsCanceled() throws Exception {
        here.install(PluginJar.of(KEY, "1.0.0").bytes());
        PluginLease lease = here.registry.lease(KEY).orElseThrow();
        UUID run = UUID.randomUUID();
        UUID task = UUID.randomUUID();
        lease.usedBy(run);
        here.registry.lease(KEY).orElseThrow().usedByTask(task);
        here.runs.whenCanceled = lease::close;
        Origin origin = here.deployments.active().iterator().next().origin();
        assertTrue(here.deployments.remove(origin));
        assertEquals(Optional.empty(), here.registry.lease(KEY));
        Await.until("canceled", SOON, () -> here.runs.canceled.equals(List.of(run)));
        String canceled = task + " by the plugin's removal";
        Await.until("canceled too", SOON, () -> here.tasks.canceled.equals(List.of(canceled)));
        Await.until("gone", SOON, () -> here.bundles("provider.acme") == 0);
        assertFalse(Files.exists(here.home.resolve("plugins/acme")));
    }

    @Test
    void keptPluginIsStartedAgainFromTheCache() throws Exception {
        here.install(archive("acme", "1.0.0"));
        List<Long> before = here.deployments.active().iterator().next().bundleIds().stream()
                .sorted()
                .toList();
        here.close();
        here = new DeployFixture(folder);
        assertEquals(Optional.empty(), here.serving(KEY));
        PluginFolders folders = here.folders();
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
        assertEquals(
                before,
                here.deployments.active().iterator().next().bundleIds().stream()
                        .sorted()
                        .toList());
        folders.stop();
    }

    @Test
    void twoHundredUpdatesLeaveOneClassLoader() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int round = 0; round < 200; round++) {
            Bundle bundle = here.install(PluginJar.of(KEY, "1.0." + round).bytes(), true)
                    .fresh()
                    .bundles()
                    .get(0);
            loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
            here.registry.lease(KEY).orElseThrow().close();
        }
        Await.until("199 of 200 are collected", Duration.ofSeconds(30), () -> {
            System.gc();
            return loaders.stream().filter(loader -> loader.refersTo(null)).count() == 199;
        });
        assertFalse(loaders.get(199).refersTo(null));
        assertEquals(1, here.bundles("provider.acme"));
    }

    @Test
    void uploadsThatFailLeaveNothingBehind() throws Exception {
        assertThrows(InvalidInputException.class, () -> here.install("hello".getBytes(StandardCharsets.UTF_8)));
        assertThrows(
                UnusablePluginException.class,
                () -> here.install(
                        PluginJar.of(KEY, "1.0.0").imports("com.nowhere").bytes()));
        try (var left = Files.list(here.home.resolve("plugins/.staging"))) {
            assertEquals(0, left.count());
        }
        assertEquals(1, here.context.getBundles().length);
    }
}
