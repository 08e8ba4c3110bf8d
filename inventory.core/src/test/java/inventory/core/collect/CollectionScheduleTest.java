package inventory.core.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionScheduleTest {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID SHIFTED_BY_7_S = new UUID(0, 7000);

    private static Instant next(String schedule, String now, UUID provider) {
        return CollectionSchedule.of(schedule).after(Instant.parse(now), provider);
    }

    @Test
    void repeatsAnIntervalWithoutDrifting() {
        assertEquals(Instant.parse("2026-03-01T10:15:00Z"), next("PT15M", "2026-03-01T10:00:00Z", FIRST));
        assertEquals(Instant.parse("2026-03-01T10:15:00Z"), next("PT15M", "2026-03-01T10:14:59.999Z", FIRST));
        assertEquals(Instant.parse("2026-03-01T10:30:00Z"), next("PT15M", "2026-03-01T10:15:00.001Z", FIRST));
    }

    @Test
    void shiftsEachProviderByItsOwnTime() {
        assertEquals(Instant.parse("2026-03-01T10:00:07Z"), next("PT15M", "2026-03-01T10:00:00Z", SHIFTED_BY_7_S));
        assertEquals(Instant.parse("2026-03-01T10:15:07Z"), next("PT15M", "2026-03-01T10:00:07Z", SHIFTED_BY_7_S));
        assertEquals(Instant.parse("2026-03-02T02:30:07Z"), next("30 2 * * *", "2026-03-01T02:30:07Z", SHIFTED_BY_7_S));
        assertEquals(Instant.parse("2026-03-01T02:30:07Z"), next("30 2 * * *", "2026-03-01T02:30:00Z", SHIFTED_BY_7_S));
    }

    @Test
    void understandsCronInUtc() {
        assertEquals(Instant.parse("2026-03-02T02:30:00Z"), next("30 2 * * 1-5", "2026-02-28T00:00:00Z", FIRST));
        assertEquals(Instant.parse("2026-03-01T00:05:00Z"), next("*/5 * * * *", "2026-03-01T00:00:00Z", FIRST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT9S",
                "P367D",
                "PT-15M",
                "P",
                "PT",
                "15m",
                "hourly",
                "61 * * * *",
                "* * * *",
                "-",
                "0 0 30 2 *",
                " "
            })
    void saysWhatWouldBeRight(String wrong) {
        String said = assertThrows(IllegalArgumentException.class, () -> CollectionSchedule.of(wrong))
                .getMessage();
        assertTrue(said.contains("PT15M") && said.contains("30 2 * * 1-5"), said);
    }
}
