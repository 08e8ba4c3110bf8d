package provider.sample.map;

import provider.sample.estate.Dice;
import provider.sample.estate.Kind;

/**
 * Where a resource stands, and the dice it was thrown with.
 *
 * @param seed of the estate
 * @param index of the resource
 * @param dice of the resource
 */
record Site(long seed, int index, Dice dice) {
    private static final int HOSTS_PER_NETWORK = 254;
    private static final int NETWORKS = 65_536;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    /** An address of 10.0.0.0/8, another one for each of the first 16 million resources of an estate. */
    String address() {
        int network = (index / HOSTS_PER_NETWORK + new Dice(seed, 0).below(NETWORKS, "network")) % NETWORKS;
        return "10." + network / 256 + "." + network % 256 + "." + (1 + index % HOSTS_PER_NETWORK);
    }

    /** A locally administered hardware address, another one for each resource of an estate. */
    String hardwareAddress() {
        StringBuilder text = new StringBuilder("02");
        long number = (new Dice(seed, 0).bits("hardware") & 0xFF) << 32 | index;
        for (int shift = 36; shift >= 0; shift -= 4) {
            if (shift % 8 == 4) {
                text.append(':');
            }
            text.append(HEX[(int) (number >> shift) & 0xF]);
        }
        return text.toString();
    }

    /** The rack the resource stands in. */
    int rack() {
        return index / Kind.RACK;
    }
}
