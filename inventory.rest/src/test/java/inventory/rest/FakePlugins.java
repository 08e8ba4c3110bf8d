package inventory.rest;

import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.plugin.Plugin;
import inventory.api.plugin.Plugins;
import inventory.api.plugin.TestResult;
import java.util.ArrayList;
import java.util.List;

/** One plugin. */
final class FakePlugins implements Plugins {
    final List<TestResult> results = new ArrayList<>();

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
}
