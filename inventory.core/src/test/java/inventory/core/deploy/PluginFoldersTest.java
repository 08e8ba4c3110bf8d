package inventory.core.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.core.Await;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The deploy folder, watched, in a real framework. */
class PluginFoldersTest {
    private static final String KEY = "acme:widget";
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private DeployFixture here;
    private PluginFolders folders;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        here = new DeployFixture(folder);
        folders = here.folders();
        file = here.home.resolve("deploy/provider.acme.jar");
    }

    @AfterEach
    void stop() throws Exception {
        folders.stop();
        here.close();
    }

    private void serves(String version) {
        Await.until(
                version + " serves: " + here.reason(),
                SOON,
                () -> here.serving(KEY).equals(Optional.of(version)));
    }

    private void fails(String reason) {
        Await.until(reason, SOON, () -> here.reason().contains(reason));
    }

    @Test
    void droppedOverwrittenDeleted() throws Exception {
        Files.write(file, PluginJar.of(KEY, "1.0.0").bytes());
        serves("1.0.0");
        Files.write(file, PluginJar.of(KEY, "2.0.0").bytes());
        serves("2.0.0");
        Path draft = here.home.resolve("draft.jar");
        Files.write(draft, PluginJar.of(KEY, "3.0.0").bytes());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        serves("3.0.0");
        Files.delete(file);
        Await.until("gone", SOON, () -> here.serving(KEY).isEmpty() && here.bundles("provider.acme") == 0);
        assertEquals(List.of(), List.copyOf(here.deployments.failures()));
    }

    @Test
    void slowCopyIsTakenWhenItIsWhole() throws Exception {
        byte[] jar = PluginJar.of(KEY, "1.0.0").bytes();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(jar, 0, jar.length / 2);
            out.flush();
            fails("The file is damaged or cut short");
            out.write(jar, jar.length / 2, jar.length - jar.length / 2);
        }
        serves("1.0.0");
        Await.until(
                "no failure is left", SOON, () -> here.deployments.failures().isEmpty());
    }

    @Test
    void brokenOneIsShownAndTheOldVersionStillRuns() throws Exception {
        Files.write(file, PluginJar.of(KEY, "1.0.0").bytes());
        serves("1.0.0");
        Files.write(file, PluginJar.of(KEY, "2.0.0").imports("com.nowhere").bytes());
        fails("provider.acme needs the package com.nowhere, which nothing offers Version 1.0.0 still runs.");
        Files.write(file, "this is no jar".getBytes(StandardCharsets.UTF_8));
        fails("The file is not a recognized archive");
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
        assertEquals(List.of(), here.stopped);
        Files.delete(file);
        Await.until(
                "gone",
                SOON,
                () -> here.serving(KEY).isEmpty() && here.deployments.failures().isEmpty());
    }

    @Test
    void recoversWhenWhatItLackedArrivesAndFailsWhenItGoes() throws Exception {
        Files.write(file, PluginJar.of(KEY, "1.0.0").imports("missing").bytes());
        fails("the package missing, which nothing offers");
        Path library = here.home.resolve("deploy/library.jar");
        Files.write(
                library,
                PluginJar.library("library")
                        .header("Export-Package", "missing;version=1.0.0")
                        .bytes());
        serves("1.0.0");
        Files.delete(library);
        fails("What it needs went away: provider.acme needs the package missing");
        assertEquals(Optional.empty(), here.serving(KEY));
        here.context
                .installBundle(
                        "by.hand",
                        new ByteArrayInputStream(PluginJar.library("by.hand")
                                .header("Export-Package", "missing")
                                .bytes()))
                .start();
        serves("1.0.0");
    }

    @Test
    void secondFileWithTheSameKeyFailsUntilTheFirstIsGone() throws Exception {
        Files.write(file, PluginJar.of(KEY, "1.0.0").bytes());
        serves("1.0.0");
        Files.write(file.resolveSibling("other.jar"), PluginJar.of(KEY, "2.0.0").bytes());
        fails("[acme:widget] is there already, as provider.acme.jar in the deploy folder");
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
        Files.delete(file);
        serves("2.0.0");
    }

    @Test
    void uploadByForceTakesTheFileAway() throws Exception {
        Files.write(file, PluginJar.of(KEY, "1.0.0").bytes());
        serves("1.0.0");
        here.install(PluginJar.of(KEY, "2.0.0").bytes(), true);
        assertTrue(Files.notExists(file));
        serves("2.0.0");
        folders.refresh();
        assertEquals(Optional.of("2.0.0"), here.serving(KEY));
    }

    @Test
    void allThatLiesThereIsStartedBeforeAnybodyLooks() throws Exception {
        folders.stop();
        Files.write(file, PluginJar.of(KEY, "1.0.0").bytes());
        folders = here.folders();
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
    }

    @Test
    void refreshFollowsTheFoldersOfUploads() throws Exception {
        here.install(PluginJar.of(KEY, "1.0.0").bytes());
        Path kept = here.home.resolve("plugins/acme/widget");
        Path copy = here.home.resolve("plugins/other/widget");
        Files.createDirectories(copy);
        Files.write(
                copy.resolve("any.jar"), PluginJar.of("other:widget", "1.0.0").bytes());
        Staging.delete(kept);
        folders.refresh();
        assertEquals(Optional.empty(), here.serving(KEY));
        assertEquals(Optional.of("1.0.0"), here.serving("other:widget"));
    }

    @Test
    void stoppedByHandIsStartedAgainByRefresh() throws Exception {
        Files.write(file, PluginJar.of(KEY, "1.0.0").bytes());
        serves("1.0.0");
        Arrays.stream(here.context.getBundles())
                .filter(bundle -> "provider.acme".equals(bundle.getSymbolicName()))
                .forEach(PluginFoldersTest::stopBundle);
        assertEquals(Optional.empty(), here.serving(KEY));
        folders.refresh();
        assertEquals(Optional.of("1.0.0"), here.serving(KEY));
    }

    private static void stopBundle(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }
}
