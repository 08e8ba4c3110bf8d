package provider.internal.machine;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be said of a machine. Field in REST, column in the database and in CSV have the same name. */
public enum Fact {
    NAME,
    DESCRIPTION,
    TYPE,
    CPU_NAME,
    CPU_COUNT,
    MEMORY_MB,
    PRIVATE_IP,
    PRIVATE_MAC,
    PRIVATE_REVERSE,
    PUBLIC_IP,
    PUBLIC_MAC,
    PUBLIC_REVERSE,
    DATACENTER,
    AVAILABILITY_ZONE;

    /** No two machines of a provider have the same. */
    public static final Set<Fact> UNIQUE = EnumSet.of(NAME, PRIVATE_IP, PRIVATE_MAC, PUBLIC_IP, PUBLIC_MAC);

    /** @return such as {@code private_ip} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isNumber() {
        return this == CPU_COUNT || this == MEMORY_MB;
    }

    /** @return the fact with this key; empty if there is none */
    public static Optional<Fact> of(String key) {
        return Stream.of(values()).filter(fact -> fact.key().equals(key)).findFirst();
    }

    /**
     * @return the one way to write it; empty for a blank text
     * @throws IllegalArgumentException says what would be right
     */
    public String clean(String typed) {
        String text = typed.strip();
        return text.isEmpty() ? "" : checked(text);
    }

    private String checked(String text) {
        return switch (this) {
            case NAME, CPU_NAME -> Rules.text(text, 255);
            case DESCRIPTION -> Rules.text(text, 2000);
            case TYPE -> Rules.oneOf(text, List.of("vm", "container", "baremetal"));
            case CPU_COUNT -> Rules.number(text, 1_000_000);
            case MEMORY_MB -> Rules.number(text, 1_000_000_000);
            case PRIVATE_IP, PUBLIC_IP -> Rules.address(text);
            case PRIVATE_MAC, PUBLIC_MAC -> Rules.hardwareAddress(text);
            case PRIVATE_REVERSE, PUBLIC_REVERSE -> Rules.hostName(text);
            case DATACENTER -> Rules.text(text, 64);
            case AVAILABILITY_ZONE -> Rules.text(text, 32);
        };
    }
}
