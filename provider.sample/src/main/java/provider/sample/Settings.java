package provider.sample;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import provider.sample.estate.Estate;

/**
 * What a provider record asks for; the keys are those of {@code manifest.yml}.
 *
 * @param tick how long an epoch of the estate lasts; zero: it stays in the one that was asked for
 * @param latency of one page; zero or more
 * @param metrics whether resources carry metrics
 */
record Settings(Estate estate, Duration tick, Duration latency, boolean metrics, Faults faults) {

    private static final Instant FIRST_TICK = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LAST_EPOCH = 1_000_000_000;

    /**
     * What goes wrong on purpose.
     *
     * @param scopes numbers of the scopes that fail
     * @param kind how they fail
     * @param after how many resources such a scope yields before
     * @param retryAfter how long it asks to be left alone
     * @param deniedTypes slugs that may not be read
     * @param badPercent share of resources that are followed by a bad record
     */
    record Faults(
            Set<Integer> scopes,
            FailureKind kind,
            int after,
            Optional<Duration> retryAfter,
            Set<String> deniedTypes,
            int badPercent) {}

    static Settings of(Map<String, Object> config) throws ProviderException {
        SettingsReader reader = new SettingsReader(config);
        Estate estate = new Estate(
                reader.integer("resources", 1000, 0, 9_999_999),
                reader.number("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                reader.integer("scopes", 4, 1, 1000),
                reader.integer("epoch", 0, 0, LAST_EPOCH),
                reader.integer("changed_percent", 1, 0, 100),
                reader.integer("removed_percent", 0, 0, 100));
        return new Settings(
                estate,
                Duration.ofSeconds(reader.integer("epoch_seconds", 0, 0, 86_400)),
                Duration.ofMillis(reader.integer("latency_ms", 0, 0, 3_600_000)),
                reader.flag("metrics"),
                faults(reader, estate));
    }

    /** The estate as it is at this time: its epoch counts on from 2026 with the clock, if it has a tick. */
    Estate estateAt(Instant now) {
        if (tick.isZero()) {
            return estate;
        }
        long ticks = Math.max(0, Duration.between(FIRST_TICK, now).dividedBy(tick));
        return estate.atEpoch((int) Math.min(LAST_EPOCH, estate.epoch() + ticks));
    }

    private static Faults faults(SettingsReader reader, Estate estate) throws ProviderException {
        int retryAfter = reader.integer("retry_after_seconds", 0, 0, 86_400);
        return new Faults(
                reader.integers("fail_scopes", 0, estate.scopes() - 1),
                reader.failureKind("fail_kind", FailureKind.INTERNAL),
                reader.integer("fail_after", 0, 0, Integer.MAX_VALUE),
                retryAfter == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(retryAfter)),
                reader.texts("denied_types"),
                reader.integer("bad_percent", 0, 0, 100));
    }
}
