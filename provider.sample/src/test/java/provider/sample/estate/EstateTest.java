package provider.sample.estate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EstateTest {

    @Test
    void aResourceIsNamedAfterSeedAndNumber() {
        assertEquals("gen-7-12", estate(0, 0, 0).ref(12));
        assertEquals("gen--3-0", new Estate(1, -3, 1, 0, 0, 0).ref(0));
    }

    @ParameterizedTest
    @CsvSource({"1,3,600", "2,3,600", "99,3,600", "100,3,600", "101,1,200", "7,0,0", "7,100,20000", "0,3,0"})
    void aShareIsAlteredAtEachTick(int epoch, int percent, long altered) {
        Estate estate = estate(epoch, percent, 0);
        assertEquals(altered, count(estate, i -> estate.isAltered(i)));
    }

    @Test
    void theAlteredOnesAreThoseOfTheFormula() {
        Estate estate = estate(2, 3, 0);
        List<Integer> altered =
                IntStream.range(0, 200).filter(estate::isAltered).boxed().toList();
        assertEquals(List.of(0, 98, 99, 100, 198, 199), altered);
    }

    @Test
    void theAbsentOnesAreThoseOfTheFormula() {
        Estate estate = estate(2, 0, 5);
        List<Integer> absent =
                IntStream.range(0, 100).filter(estate::isAbsent).boxed().toList();
        assertEquals(List.of(0, 14, 43, 57, 86), absent);
        assertEquals(1000, count(estate, i -> estate.isAbsent(i)));
    }

    @ParameterizedTest
    @CsvSource({"0,3", "1,3", "99,1", "100,7", "257,40", "1000,100", "350,0"})
    void theRevisionCountsTheAlterations(int epoch, int percent) {
        Estate now = estate(epoch, percent, 0);
        for (int i = 0; i < 320; i++) {
            int index = i;
            long counted = IntStream.rangeClosed(1, epoch)
                    .filter(e -> estate(e, percent, 0).isAltered(index))
                    .count();
            assertEquals(counted, now.revision(i), "resource " + i);
        }
    }

    @Test
    void theRevisionIsExactAtTheFarEnd() {
        assertEquals(10_000_000, estate(1_000_000_000, 1, 0).revision(9_999_998));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 7, 11, 22, 300})
    void eachResourceLiesInOneScopeThatDeclaresItsType(int scopes) {
        Estate estate = new Estate(200, 1, scopes, 0, 0, 0);
        Map<Integer, Integer> seen = new HashMap<>();
        for (Scope scope : estate.scopeList()) {
            int number = Estate.numberOf(scope);
            for (int position = 0; position < estate.sizeOf(number); position++) {
                int index = estate.indexAt(number, position);
                assertEquals(number, index % scopes);
                assertTrue(scope.resourceTypes().contains(Kind.of(index).slug()));
                seen.merge(index, 1, Integer::sum);
            }
        }
        assertEquals(200, seen.size());
        assertEquals(Set.of(1), Set.copyOf(seen.values()));
    }

    @Test
    void aSmallEstateDeclaresTheTypesOfALargeOne() {
        Scope small = new Estate(1, 1, 4, 0, 0, 0).scopeList().get(3);
        assertEquals("scope-3", small.id());
        assertEquals(Kind.values().length, small.resourceTypes().size());
    }

    @Test
    void scopesThatAreAMultipleOfTheRackHoldOneKindEach() {
        assertEquals(
                Set.of("subnet"),
                new Estate(100, 1, 11, 0, 0, 0).scopeList().get(1).resourceTypes());
    }

    @Test
    void aRackHoldsFiveMachinesOnOneHost() {
        Map<Kind, Integer> rack = new HashMap<>();
        IntStream.range(0, Kind.RACK).forEach(i -> rack.merge(Kind.of(i), 1, Integer::sum));
        assertEquals(
                Map.of(
                        Kind.HYPERVISOR_HOST, 1,
                        Kind.SUBNET, 1,
                        Kind.VIRTUAL_MACHINE, 5,
                        Kind.BLOCK_STORAGE, 2,
                        Kind.RELATIONAL_DB, 1,
                        Kind.LOAD_BALANCER, 1),
                rack);
    }

    @Test
    void aResourceNeverVanishesTogetherWithItsHostUpToSevenPercent() {
        for (int epoch = 0; epoch < 100; epoch++) {
            Estate estate = estate(epoch, 0, 7);
            for (int i = Kind.RACK; i < 1100 + Kind.RACK; i++) {
                assertTrue(!estate.isAbsent(i) || !estate.isAbsent(Kind.hostOf(i)), "resource " + i);
            }
        }
    }

    private static Estate estate(int epoch, int changed, int removed) {
        return new Estate(20_000, 7, 4, epoch, changed, removed);
    }

    private static long count(Estate estate, IntPredicate rule) {
        return IntStream.range(0, estate.resources()).filter(rule).count();
    }
}
