package provider.sample;

import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.Fault;
import inventory.api.provider.ProviderContract;
import inventory.api.provider.Scenario;
import inventory.api.provider.Subject;
import java.util.List;
import java.util.Map;

final class SampleProviderTest extends ProviderContract {
    private static final Map<String, Object> CONFIG = Map.of("resources", 3000L, "epoch", 5L, "metrics", true);
    private static final int PAGES = 8;

    @Override
    protected Subject subject() {
        String noWire = "pages are computed, nothing is parsed";
        return Subject.of(new SampleProvider(), SampleProviderTest::healthy)
                .mostCalls(PAGES)
                .never(Fault.BAD_KEY, "no key is needed")
                .never(Fault.CUT_BODY, noWire)
                .never(Fault.HTML_WITH_STATUS_200, noWire)
                .never(Fault.REPEATED_PAGE_TOKEN, noWire)
                .when(Fault.REFUSED_CONNECTION, failing("unreachable"))
                .when(Fault.THROTTLED, failing("throttled"))
                .when(
                        Fault.THROTTLED_WITH_RETRY_AFTER,
                        () -> failing("THROTTLED").open().with("retry_after_seconds", Fault.RETRY_AFTER.toSeconds()))
                .when(Fault.BROKEN_LATER_PAGE, () -> failing("INTERNAL").open().with("fail_after", 600L))
                .when(Fault.DENIED_TYPE, () -> healthy().with("denied_types", List.of("subnet")))
                .when(Fault.SLOW_ANSWER, () -> healthy().with("latency_ms", 60_000L));
    }

    private static Scenario failing(String kind) {
        return () -> healthy().with("fail_scopes", List.of(1L, 3L)).with("fail_kind", kind);
    }

    private static FakeProviderContext healthy() {
        return FakeProviderContext.of(CONFIG);
    }
}
