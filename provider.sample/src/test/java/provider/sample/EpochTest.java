package provider.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.provider.ProviderException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private static int epoch(Map<String, Object> config, Instant now) throws ProviderException {
        return Settings.of(config).estateAt(now).epoch();
    }

    @Test
    void standsStillUnlessItIsToldToFollowTheClock() throws ProviderException {
        assertEquals(7, epoch(Map.of("epoch", 7), NEW_YEAR.plusSeconds(1000)));
    }

    @Test
    void followsTheClock() throws ProviderException {
        Map<String, Object> config = Map.of("epoch", 7, "epoch_seconds", 20);
        assertEquals(7, epoch(config, NEW_YEAR.minusSeconds(1000)));
        assertEquals(7, epoch(config, NEW_YEAR.plusSeconds(19)));
        assertEquals(8, epoch(config, NEW_YEAR.plusSeconds(20)));
        assertEquals(57, epoch(config, NEW_YEAR.plusSeconds(1000)));
        assertEquals(1_000_000_000, epoch(config, Instant.parse("9999-01-01T00:00:00Z")));
    }
}
