package inventory.core.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.core.reconcile.KnownIndex.Entry;
import inventory.core.reconcile.KnownIndex.Standing;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownIndexTest {
    private static final Bits128 REF = new Bits128(1, 2);
    private static final UUID ID = new UUID(3, 4);

    private final KnownIndex index = new KnownIndex();

    private static Entry entry(UUID id, int lane, boolean gone) {
        return new Entry(id, new Bits128(5, 6), 0, lane, gone, false);
    }

    @Test
    void givesAReferenceToOneAttemptUntilItIsDead() {
        index.load(REF, entry(ID, 0, false));
        int first = index.begin();
        int second = index.begin();
        int handle = index.claim(REF, first);
        assertEquals(KnownIndex.TAKEN, index.claim(REF, second));
        assertEquals(KnownIndex.TAKEN, index.claim(REF, first));
        index.abandon(first);
        assertEquals(handle, index.claim(REF, second));
        assertEquals(ID, index.id(handle));
    }

    @Test
    void promisesNewResourcesTheIdTheyGet() {
        assertEquals(ID, index.promise(REF, () -> ID));
        assertEquals(List.of(ID), index.brokenPromises());
        assertEquals(0, index.present());
        int dead = index.begin();
        assertEquals(ID, index.name(index.claim(REF, dead), KnownIndexTest::noOther));
        index.abandon(dead);
        int attempt = index.begin();
        int handle = index.claim(REF, attempt);
        assertEquals(Standing.NEW, index.compare(handle, null, 0));
        assertEquals(ID, index.name(handle, KnownIndexTest::noOther));
        assertEquals(List.of(ID), index.brokenPromises());
        index.commit(attempt);
        assertEquals(List.of(), index.brokenPromises());
        assertEquals(1, index.present());
    }

    @Test
    void promisesKnownResourcesTheirOwnId() {
        Bits128 gone = new Bits128(7, 8);
        UUID goneId = new UUID(9, 9);
        index.load(REF, entry(ID, 0, false));
        index.load(gone, entry(goneId, 0, true));
        assertEquals(ID, index.promise(REF, KnownIndexTest::noOther));
        assertEquals(goneId, index.promise(gone, KnownIndexTest::noOther));
        assertEquals(List.of(goneId), index.brokenPromises());
        int attempt = index.begin();
        index.claim(gone, attempt);
        index.commit(attempt);
        assertEquals(List.of(), index.brokenPromises());
    }

    private static UUID noOther() {
        throw new AssertionError("it has an id");
    }

    @Test
    void removesOnlyWhatNobodySawAndNothingShelters() {
        Bits128 other = new Bits128(7, 8);
        index.load(REF, entry(ID, 2, false));
        index.load(other, entry(new UUID(9, 9), 2, false));
        index.load(new Bits128(10, 10), entry(new UUID(11, 11), 2, true));
        assertEquals(2, index.removable(2).size());
        assertEquals(List.of(), index.removable(1));
        index.shelter(other);
        assertEquals(1, index.removable(2).size());
        int attempt = index.begin();
        index.claim(REF, attempt);
        assertEquals(1, index.missed(2, attempt).size());
        index.commit(attempt);
        assertEquals(List.of(), index.removable(2));
        index.miss(index.missed(2, attempt));
        assertEquals(List.of(), index.missed(2, attempt));
    }

    @Test
    void holdsAMillionInLittleMemory() {
        long before = used();
        SplittableRandom dice = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            index.load(new Bits128(dice.nextLong(), dice.nextLong()), entry(ID, i % 500, false));
        }
        long bytes = used() - before;
        assertEquals(1_000_000, index.present());
        assertTrue(bytes < 150_000_000, "a million resources need " + bytes + " bytes");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
