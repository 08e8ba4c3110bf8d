package provider.leaseweb;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.ManifestContract;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.resource.ResourceData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestTest extends ManifestContract {
    @Override
    protected Class<? extends BaseProvider> plugin() {
        return LeasewebProvider.class;
    }

    /** A contract has its end once it is cancelled; none of the fake's is. */
    @Override
    protected Collection<ResourceData> everything() throws Exception {
        try (FakeLeaseweb leaseweb = FakeLeaseweb.with(1)) {
            leaseweb.server("100000").job("rescueMode", "");
            List<ResourceData> all =
                    new ArrayList<>(RecordingSink.ofEverything(FakeLeaseweb.provider(), leaseweb.context())
                            .resources());
            all.add(ResourceData.of("cancelled", "bare_metal")
                    .properties(Map.of("contract_ends_at", Instant.EPOCH))
                    .build());
            return all;
        }
    }

    @Override
    protected List<String> secrets() {
        return List.of("api_key");
    }

    @Test
    void everyActionIsKnown() throws Exception {
        try (FakeLeaseweb leaseweb = FakeLeaseweb.with(1)) {
            for (Map<String, Object> action : section("actions").toList()) {
                String name = action.get("name").toString();
                Map<String, Object> parameters = Map.of(
                        "operating_system", "DEBIAN_12_64BIT", "bootfile", "http://192.0.2.1/", "power_cycle", true);
                if (name.equals("cancel-job")) {
                    leaseweb.server("100000").job("rescueMode", "");
                }
                ResourceActions connection =
                        (ResourceActions) FakeLeaseweb.provider().connect(leaseweb.context());
                RecordingProgress progress = new RecordingProgress();
                assertFalse(connection
                        .perform(Targets.request(name, "100000", "bare_metal", parameters), progress)
                        .message()
                        .isBlank());
                assertFalse(progress.unsettled(), name);
            }
            ResourceActions connection =
                    (ResourceActions) FakeLeaseweb.provider().connect(leaseweb.context());
            assertThrows(
                    ProviderException.class,
                    () -> connection.perform(
                            Targets.request("dance", "100000", "bare_metal", Map.of()), new RecordingProgress()));
        }
    }
}
