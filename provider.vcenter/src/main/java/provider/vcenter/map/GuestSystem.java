package provider.vcenter.map;

import java.util.List;
import java.util.Locale;

/** What runs in a machine: the word of the inventory for a guest id or, where that tells nothing, for a full name. */
final class GuestSystem {
    private static final List<String> LINUX = List.of(
            "linux",
            "rhel",
            "red hat",
            "centos",
            "ubuntu",
            "debian",
            "sles",
            "suse",
            "fedora",
            "oracle",
            "alma",
            "rocky",
            "photon",
            "coreos",
            "asianux",
            "mandriva",
            "mandrake",
            "turbo",
            "crxpod",
            "other24x",
            "other26x",
            "other3x",
            "other4x",
            "other5x",
            "other6x",
            "other7x");
    private static final String OTHER = "other";

    private GuestSystem() {}

    /** @return {@code windows}, {@code linux}, {@code bsd}, {@code macos} or {@code other}; empty if nothing is told */
    static String type(String guestId, String fullName) {
        String byId = type(guestId);
        String byName = type(fullName);
        return (byId.isEmpty() || byId.equals(OTHER)) && !byName.isEmpty() ? byName : byId;
    }

    private static String type(String told) {
        String text = told == null ? "" : told.toLowerCase(Locale.ROOT);
        if (text.isBlank()) {
            return "";
        } else if (text.contains("darwin") || text.contains("mac os") || text.contains("macos")) {
            // Before Windows, for "darwin" ends in "win".
            return "macos";
        } else if (text.contains("win")) {
            return "windows";
        } else if (text.contains("bsd")) {
            return "bsd";
        }
        return LINUX.stream().anyMatch(text::contains) ? "linux" : OTHER;
    }
}
