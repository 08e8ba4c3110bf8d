package inventory.core.deploy;

import inventory.api.LimitExceededException;
import java.time.Duration;

/**
 * The figures that plugins come and go by.
 *
 * @param file bytes of a file
 * @param unpacked bytes that a file may unpack to
 * @param service longest wait for a service
 * @param run how long a run may keep what was replaced
 * @param settle how long a file that cannot be read must stay as it is
 */
record DeployLimits(long file, long unpacked, int entries, Duration service, Duration run, Duration settle) {
    private static final long MIB = 1 << 20;

    static DeployLimits of(DeployConfig config) {
        return new DeployLimits(
                config.file_limit_mib() * MIB,
                config.unpacked_limit_mib() * MIB,
                config.entries_limit(),
                Duration.ofMillis(config.service_limit_ms()),
                Duration.ofSeconds(config.run_limit_s()),
                Duration.ofMillis(config.settle_ms()));
    }

    /** Counts what one file unpacks to. */
    final class Meter {
        private long bytes;
        private int count;

        void entry() {
            count++;
            if (count > entries) {
                throw new LimitExceededException("The file has more than " + entries + " entries.");
            }
        }

        void bytes(int read) {
            bytes += read;
            if (bytes > unpacked) {
                throw new LimitExceededException("The file unpacks to more than " + unpacked + " bytes.");
            }
        }
    }

    Meter meter() {
        return new Meter();
    }
}
