package inventory.core.collect;

import java.time.Duration;

/**
 * The figures that collection goes by.
 *
 * @param grace how long plugin threads have to end after they were interrupted
 * @param tick how often a run's progress is stored
 */
record CollectSettings(
        int scopesPerRun,
        int scopesPerNode,
        Duration deadline,
        RemovalGuard guard,
        RetryPolicy retry,
        Duration testLimit,
        Duration grace,
        Duration tick) {
    private static final Duration GRACE = Duration.ofMillis(1200);
    private static final Duration TICK = Duration.ofSeconds(1);

    static CollectSettings of(CollectConfig config) {
        return new CollectSettings(
                config.scopes_per_run(),
                config.scopes_per_node(),
                Duration.ofSeconds(config.deadline_s()),
                new RemovalGuard(config.removal_percent(), config.removal_free()),
                new RetryPolicy(
                        config.attempts(),
                        Duration.ofMillis(config.first_delay_ms()),
                        Duration.ofMillis(config.longest_delay_ms())),
                Duration.ofSeconds(config.test_limit_s()),
                GRACE,
                TICK);
    }
}
