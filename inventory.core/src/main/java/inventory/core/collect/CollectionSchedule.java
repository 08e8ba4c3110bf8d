package inventory.core.collect;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** When a provider is collected by itself. Each provider has its own shift, so that those with the same text do not all begin at once. */
public final class CollectionSchedule {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final long CRON_SHIFT_MS = 30_000;
    /** Longer than from one 29th of February to the next that is a Monday. */
    private static final Instant NEVER = Instant.EPOCH.plus(Duration.ofDays(50 * 366));

    private static final String RULE = "Write an interval from PT10S to P366D (PT15M is every 15 minutes)"
            + " or five cron fields in UTC (30 2 * * 1-5 is at 02:30 on working days).";

    private final Duration shifted;
    private final UnaryOperator<Instant> next;

    private CollectionSchedule(Duration shifted, UnaryOperator<Instant> next) {
        this.shifted = shifted;
        this.next = next;
    }

    /** @throws IllegalArgumentException says what would be right */
    public static CollectionSchedule of(String text) {
        return text.startsWith("P") ? interval(text) : cron(text);
    }

    private static CollectionSchedule interval(String text) {
        try {
            Duration period = Duration.parse(text);
            if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("The interval is too short or too long. " + RULE);
            }
            long millis = period.toMillis();
            return new CollectionSchedule(
                    period, time -> Instant.ofEpochMilli((Math.floorDiv(time.toEpochMilli(), millis) + 1) * millis));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("This is no duration. " + RULE, e);
        }
    }

    private static CollectionSchedule cron(String text) {
        try {
            CronSchedule times = new CronSchedule(text, ZoneOffset.UTC, CronStyle.UNIX);
            if (times.isDisabled()
                    || times.getInitialExecutionTime(Instant.EPOCH).isAfter(NEVER)) {
                throw new IllegalArgumentException("This never happens. " + RULE);
            }
            return new CollectionSchedule(Duration.ofMillis(CRON_SHIFT_MS), times::getInitialExecutionTime);
        } catch (RuntimeException e) {
            // the library has one exception for each thing that can be wrong
            throw new IllegalArgumentException("This is no cron expression that ever comes true. " + RULE, e);
        }
    }

    /** @return the next time of this provider; always later than {@code now} */
    public Instant after(Instant now, UUID provider) {
        Duration shift = Duration.ofMillis(Math.floorMod(provider.getLeastSignificantBits(), shifted.toMillis()));
        return next.apply(now.minus(shift)).plus(shift);
    }
}
