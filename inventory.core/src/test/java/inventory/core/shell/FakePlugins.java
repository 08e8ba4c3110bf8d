package inventory.core.shell;

import inventory.api.ConflictException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.plugin.Installation;
import inventory.api.plugin.Plugin;
import inventory.api.plugin.PluginFile;
import inventory.api.plugin.Plugins;
import inventory.api.plugin.Removal;
import inventory.api.plugin.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One plugin, and a note of what came and went. */
final class FakePlugins implements Plugins {
    final List<TestResult> results = new ArrayList<>();
    final List<String> changes = new ArrayList<>();

    @Override
    public List<Plugin> list(Caller caller) {
        return List.of(Samples.PLUGIN);
    }

    @Override
    public Plugin get(Caller caller, String key) {
        if (!key.equals(Samples.PLUGIN.key())) {
            throw new NotFoundException("No plugin has the key '" + key + "'.");
        }
        return Samples.PLUGIN;
    }

    @Override
    public List<Plugin> refresh(Caller caller) {
        changes.add("refresh");
        return list(caller);
    }

    @Override
    public List<TestResult> test(Caller caller, String key) {
        get(caller, key);
        return results;
    }

    @Override
    public TestResult testProvider(Caller caller, String providerId) {
        throw new UnsupportedOperationException("no command tests one provider");
    }

    @Override
    public Installation install(Caller caller, PluginFile file, boolean force) throws IOException {
        String content = new String(file.content().readAllBytes(), StandardCharsets.UTF_8);
        changes.add("install " + file.name() + " " + content + (force ? " by force" : ""));
        return new Installation(Samples.PLUGIN, Optional.empty(), Map.of(), List.of("It is not signed."));
    }

    @Override
    public Removal remove(Caller caller, String key, boolean force) {
        get(caller, key);
        if (!force) {
            throw ConflictException.inUse("2 providers use it.", 2);
        }
        changes.add("remove " + key);
        return new Removal(key, false, 2);
    }
}
