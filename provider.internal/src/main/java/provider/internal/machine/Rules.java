package provider.internal.machine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What may be said, and the one way in which it is kept. Each takes a text that is not blank, without blanks around, and throws an {@link
 * IllegalArgumentException} that says what would be right.
 */
final class Rules {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?=:|$)");
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

    private Rules() {}

    static String text(String typed, int longest) {
        if (typed.length() > longest) {
            throw new IllegalArgumentException("Ensure this field has no more than " + longest + " characters.");
        }
        if (typed.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new IllegalArgumentException("Control characters are not allowed.");
        }
        return typed;
    }

    static String oneOf(String typed, List<String> words) {
        String word = typed.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new IllegalArgumentException("Must be one of " + String.join(", ", words) + ".");
        }
        return word;
    }

    /** 0 says that it is not known, which is an empty text. */
    static String number(String typed, long most) {
        try {
            long number = Long.parseLong(typed);
            if (number >= 0 && number <= most) {
                return number == 0 ? "" : Long.toString(number);
            }
        } catch (NumberFormatException none) {
            // told as what is out of range
        }
        throw new IllegalArgumentException("Must be a whole number from 1 to " + most + ", or 0 if it is not known.");
    }

    /** IPv6 as RFC 5952 writes it. */
    static String address(String typed) {
        if (IPV4.matcher(typed).matches()) {
            return typed;
        }
        try {
            if (IPV6.matcher(typed).matches()) {
                // a text with a colon is never looked up
                String address = InetAddress.getByName(typed).getHostAddress();
                return ZEROS.matcher(address)
                        .results()
                        .reduce((first, next) ->
                                next.group().length() > first.group().length() ? next : first)
                        .map(longest -> withoutZeros(address, longest))
                        .orElse(address);
            }
        } catch (UnknownHostException none) {
            // told as below
        }
        throw new IllegalArgumentException("Must be an IPv4 or IPv6 address, such as 10.1.2.3 or 2001:db8::1.");
    }

    private static String withoutZeros(String address, MatchResult zeros) {
        String end = address.substring(zeros.end());
        return address.substring(0, zeros.start()) + (end.isEmpty() ? "::" : ":" + end);
    }

    /** Six bytes, however they are separated. */
    static String hardwareAddress(String typed) {
        String digits = typed.toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
        if (!MAC.matcher(digits).matches()) {
            throw new IllegalArgumentException("Must be a MAC address, such as 52:54:00:12:34:56.");
        }
        return digits.replaceAll("..(?=.)", "$0:");
    }

    static String hostName(String typed) {
        String name = typed.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        boolean right =
                name.length() <= 253 && List.of(name.split("\\.", -1)).stream().allMatch(LABEL.asMatchPredicate());
        if (!right) {
            throw new IllegalArgumentException("Must be a host name, such as db1.example.org.");
        }
        return name;
    }
}
