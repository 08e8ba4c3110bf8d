package inventory.rest;

import inventory.api.ConflictException;
import inventory.api.InvalidInputException;
import inventory.api.InventoryException;
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
import java.util.UUID;

/** One plugin. */
final class FakePlugins implements Plugins {
    final List<TestResult> results = new ArrayList<>();
    final List<Received> received = new ArrayList<>();
    InventoryException refusal;

    record Received(String name, String content, boolean force) {}

    @Override
    public List<Plugin> list(Caller caller) {
        return List.of(Samples.PLUGIN);
    }

    @Override
    public Plugin get(Caller caller, String key) {
        if (!key.contains(":")) {
            throw InvalidInputException.of("key", "Expected vendor:provider_type.");
        }
        if (!key.equals(Samples.PLUGIN.key())) {
            throw new NotFoundException("No plugin has the key '" + key + "'.");
        }
        return Samples.PLUGIN;
    }

    @Override
    public List<Plugin> refresh(Caller caller) {
        return list(caller);
    }

    @Override
    public List<TestResult> test(Caller caller, String key) {
        get(caller, key);
        return results;
    }

    @Override
    public TestResult testProvider(Caller caller, String providerId) {
        return new TestResult(UUID.fromString(providerId), "one", Samples.PLUGIN.key(), true, "Connected.");
    }

    @Override
    public Installation install(Caller caller, PluginFile file, boolean force) throws IOException {
        received.add(
                new Received(file.name(), new String(file.content().readAllBytes(), StandardCharsets.UTF_8), force));
        if (refusal != null) {
            throw refusal;
        }
        return new Installation(Samples.PLUGIN, Optional.of("0.0.9"), Map.of("python", "skipped"), List.of());
    }

    @Override
    public Removal remove(Caller caller, String key, boolean force) {
        get(caller, key);
        if (!force) {
            throw ConflictException.inUse("Two providers use it.", 2);
        }
        return new Removal(key, true, 2);
    }
}
