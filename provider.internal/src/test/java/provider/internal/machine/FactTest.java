package provider.internal.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {
    @ParameterizedTest
    @CsvSource({
        "PRIVATE_IP, 10.1.2.3, 10.1.2.3",
        "PRIVATE_IP, ' 255.255.255.255 ', 255.255.255.255",
        "PUBLIC_IP, 2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "PUBLIC_IP, 2001:db8::, 2001:db8::",
        "PUBLIC_IP, ::1, ::1",
        "PUBLIC_IP, ::, ::",
        "PUBLIC_IP, 1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "PUBLIC_IP, ::ffff:10.1.2.3, 10.1.2.3",
        "PRIVATE_MAC, 52:54:00:AB:cd:EF, 52:54:00:ab:cd:ef",
        "PRIVATE_MAC, 52-54-00-ab-cd-ef, 52:54:00:ab:cd:ef",
        "PUBLIC_MAC, 5254.00ab.cdef, 52:54:00:ab:cd:ef",
        "PUBLIC_MAC, 525400abcdef, 52:54:00:ab:cd:ef",
        "PRIVATE_REVERSE, DB1.Example.Org., db1.example.org",
        "TYPE, VM, vm",
        "MEMORY_MB, 0, ''",
        "MEMORY_MB, 0065536, 65536",
        "NAME, ' höher ☃ 🐘 ', höher ☃ 🐘",
        "NAME, '   ', ''"
    })
    void isWrittenInOneWay(Fact fact, String typed, String kept) {
        assertEquals(kept, fact.clean(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "PRIVATE_IP, 10.1.2",
        "PRIVATE_IP, 10.1.2.256",
        "PRIVATE_IP, 10.1.2.3.",
        "PRIVATE_IP, 010.1.2.3",
        "PRIVATE_IP, 10.1.2.3/24",
        "PRIVATE_IP, example.org",
        "PUBLIC_IP, 2001:db8",
        "PUBLIC_IP, 1:2:3:4:5:6:7:8:9",
        "PUBLIC_IP, fe80::1%eth0",
        "PRIVATE_MAC, 52:54:00:ab:cd",
        "PRIVATE_MAC, 52:54:00:ab:cd:gg",
        "PRIVATE_REVERSE, -db.example.org",
        "PRIVATE_REVERSE, db..example.org",
        "PRIVATE_REVERSE, db 1",
        "TYPE, cloud",
        "CPU_COUNT, 1.5",
        "CPU_COUNT, -1",
        "MEMORY_MB, 1000000001",
        "MEMORY_MB, 99999999999999999999"
    })
    void isRefused(Fact fact, String typed) {
        assertThrows(IllegalArgumentException.class, () -> fact.clean(typed));
    }

    @Test
    void longTextsAndControlCharactersAreRefused() {
        assertEquals(255, Fact.NAME.clean("n".repeat(255)).length());
        assertThrows(IllegalArgumentException.class, () -> Fact.NAME.clean("n".repeat(256)));
        assertThrows(IllegalArgumentException.class, () -> Fact.NAME.clean("a\u0000b"));
        assertEquals("two\nlines", Fact.DESCRIPTION.clean("two\nlines"));
    }
}
