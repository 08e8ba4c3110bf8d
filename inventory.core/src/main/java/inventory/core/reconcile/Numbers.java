package inventory.core.reconcile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One spelling for each number, whatever its Java type and however a database wrote it back: 5, 5.0 and 5.00 are {@code 5}. */
final class Numbers {
    private static final int MOST_DIGITS = 400;
    private static final double WHOLE_LIMIT = 1e15;

    private Numbers() {}

    static String spell(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return Long.toString(number.longValue());
        }
        if (number instanceof Double || number instanceof Float) {
            // by its digits: the float 0.1 is 0.1, not 0.10000000149
            return spell(number.toString(), number.doubleValue());
        }
        if (number instanceof BigDecimal decimal) {
            return spell(decimal);
        }
        if (number instanceof BigInteger || number instanceof AtomicLong || number instanceof AtomicInteger) {
            return spell(new BigDecimal(number.toString()));
        }
        throw new UnfitException(
                "a number is of the unknown kind " + number.getClass().getName());
    }

    private static String spell(String digits, double value) {
        if (!Double.isFinite(value)) {
            throw new UnfitException("a number is " + digits);
        }
        boolean whole = Math.abs(value) < WHOLE_LIMIT && value == Math.rint(value);
        return whole ? Long.toString((long) value) : spell(new BigDecimal(digits));
    }

    private static String spell(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        if (Math.max(stripped.precision(), Math.abs((long) stripped.scale())) > MOST_DIGITS) {
            throw new UnfitException("a number has more than " + MOST_DIGITS + " digits");
        }
        return stripped.toPlainString();
    }
}
