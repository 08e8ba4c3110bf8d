package provider.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.provider.ConnectionTest;
import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.resource.ResourceData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleConnectionTest {
    private final FakeProviderContext context = FakeProviderContext.of(Map.of("seed", 7L));

    @ParameterizedTest
    @CsvSource({"0,4", "1,4", "2000,4", "2001,5", "4000,8"})
    void eachPageOfFiveHundredIsOneCall(long resources, int calls) throws Exception {
        FakeProviderContext sized = context.with("resources", resources);
        assertEquals(resources, collectAll(sized).size());
        assertEquals(calls, sized.calls());
    }

    @Test
    void theAbsentAreNotListed() throws Exception {
        FakeProviderContext later = context.with("resources", 20_000L).with("epoch", 2L);
        assertEquals(19_000, collectAll(later.with("removed_percent", 5L)).size());
        assertEquals(0, collectAll(later.with("removed_percent", 100L)).size());
    }

    @Test
    void aFailingScopeYieldsNothingBefore() {
        RecordingSink sink = new RecordingSink();
        ProviderException failure = assertThrows(
                ProviderException.class,
                () -> collect(context.with("fail_scopes", List.of(1L)).with("fail_kind", "permission"), 1, sink));
        assertEquals(FailureKind.PERMISSION, failure.kind());
        assertEquals("The generator was told to fail in scope-1.", failure.getMessage());
        assertEquals(List.of(), sink.resources());
    }

    @Test
    void theOtherScopesDoNotFail() throws Exception {
        RecordingSink sink = new RecordingSink();
        collect(context.with("fail_scopes", List.of(1L)), 0, sink);
        assertEquals(250, sink.resources().size());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "249,249", "250,250", "999,250"})
    void aFailureComesAfterSoManyResources(long after, int yielded) {
        RecordingSink sink = new RecordingSink();
        FakeProviderContext failing = context.with("fail_scopes", List.of(2L))
                .with("fail_after", after)
                .with("retry_after_seconds", 9L);
        ProviderException failure = assertThrows(ProviderException.class, () -> collect(failing, 2, sink));
        assertEquals(yielded, sink.resources().size());
        assertEquals(Optional.of(Duration.ofSeconds(9)), failure.retryAfter());
    }

    @Test
    void aDeniedTypeIsToldAndNotListed() throws Exception {
        RecordingSink sink = new RecordingSink();
        collect(context.with("denied_types", List.of("subnet", "bare_metal")), 0, sink);
        assertEquals(
                Map.of(
                        "subnet",
                        new RecordingSink.NotRead(
                                "subnet", FailureKind.PERMISSION, "The generator was told to deny subnet.")),
                sink.notRead());
        assertEquals(0, ofType(sink, "subnet"));
        assertEquals(250 - 23, sink.resources().size());
    }

    @Test
    void badRecordsFollowGoodOnes() throws Exception {
        RecordingSink sink = new RecordingSink();
        collect(context.with("bad_percent", 4L).with("scopes", 1L).with("resources", 300L), 0, sink);
        assertEquals(312, sink.resources().size());
        assertEquals(
                4, sink.resources().stream().filter(r -> r.emsRef().isEmpty()).count());
        assertEquals(4, ofType(sink, "no_such_type"));
        assertEquals(
                2,
                sink.resources().stream()
                        .filter(r -> r.emsRef().equals("gen-7-200"))
                        .count());
    }

    @Test
    void theConnectionTestTellsTheSizeOfTheEstate() throws Exception {
        ProviderConnection connection = new SampleProvider().connect(context);
        assertEquals("Generates 1000 resources in 4 scopes, at epoch 0.", ((ConnectionTest) connection).test());
    }

    private static long ofType(RecordingSink sink, String type) {
        return sink.resources().stream()
                .filter(r -> r.resourceTypeSlug().equals(type))
                .count();
    }

    private static List<ResourceData> collectAll(FakeProviderContext context) throws Exception {
        return RecordingSink.ofEverything(new SampleProvider(), context).resources();
    }

    private static void collect(FakeProviderContext context, int number, RecordingSink sink) throws Exception {
        ProviderConnection connection = new SampleProvider().connect(context);
        connection.collect(connection.scopes().get(number), sink);
    }
}
