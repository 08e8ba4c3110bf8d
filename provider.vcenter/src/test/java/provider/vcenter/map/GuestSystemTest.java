package provider.vcenter.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GuestSystemTest {
    @ParameterizedTest
    @CsvSource({
        "windows9Server64Guest, , windows",
        "winNetEnterpriseGuest, , windows",
        "darwin19_64Guest, , macos",
        "rhel9_64Guest, , linux",
        "almalinux_64Guest, , linux",
        "rockylinux_64Guest, , linux",
        "vmwarePhoton64Guest, , linux",
        "other5xLinux64Guest, , linux",
        "freebsd14_64Guest, , bsd",
        "solaris11_64Guest, , other",
        "otherGuest64, Ubuntu Linux (64-bit), linux",
        "otherGuest64, Other (64-bit), other",
        "otherGuest, Microsoft Windows Server 2022 (64-bit), windows",
        " , Apple macOS 12 (64-bit), macos",
        " , , ''",
    })
    void isToldByTheIdElseByTheName(String guestId, String fullName, String type) {
        assertEquals(type, GuestSystem.type(guestId, fullName));
    }
}
