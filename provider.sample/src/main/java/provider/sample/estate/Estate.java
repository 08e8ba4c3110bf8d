package provider.sample.estate;

import inventory.api.provider.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An estate of any size that exists only as arithmetic. Resources are numbered from zero; every question about one is answered
 * from its number, so that the counters of a run can be computed by hand.
 *
 * @param resources how many, present or absent
 * @param seed another seed is another estate
 * @param scopes how many parts it is read in
 * @param epoch how often the clock of the estate has ticked
 * @param changedPercent share that is altered at each tick, 0 to 100
 * @param removedPercent share that is absent in each epoch, 0 to 100
 */
public record Estate(int resources, long seed, int scopes, int epoch, int changedPercent, int removedPercent) {
    private static final String SCOPE_PREFIX = "scope-";

    /** The same estate at another time. */
    public Estate atEpoch(int other) {
        return new Estate(resources, seed, scopes, other, changedPercent, removedPercent);
    }

    /** The reference of a resource. */
    public String ref(int index) {
        return "gen-" + seed + "-" + index;
    }

    /** Whether the resource is missing in this epoch. */
    public boolean isAbsent(int index) {
        return (7L * index + epoch) % 100 < removedPercent;
    }

    /** Whether the resource differs from what it was one epoch before. */
    public boolean isAltered(int index) {
        return epoch > 0 && ((long) index + epoch) % 100 < changedPercent;
    }

    /** How often the resource was altered in the epochs 1 to now. */
    public int revision(int index) {
        return (int) (alterationsBelow(index + epoch + 1L) - alterationsBelow(index + 1L));
    }

    /** How many numbers from zero up to, and without, this one have a remainder that means: altered. */
    private long alterationsBelow(long end) {
        return end / 100 * changedPercent + Math.min(end % 100, changedPercent);
    }

    /** All parts, each with every type that a resource in it can have. */
    public List<Scope> scopeList() {
        List<Scope> list = new ArrayList<>();
        for (int number = 0; number < scopes; number++) {
            list.add(new Scope(SCOPE_PREFIX + number, typesIn(number)));
        }
        return list;
    }

    private Set<String> typesIn(int number) {
        Set<String> slugs = new TreeSet<>();
        for (int position = 0; position < Kind.RACK; position++) {
            slugs.add(Kind.of(indexAt(number, position)).slug());
        }
        return slugs;
    }

    /** The number in the id of a scope of this estate. */
    public static int numberOf(Scope scope) {
        return Integer.parseInt(scope.id().substring(SCOPE_PREFIX.length()));
    }

    /** How many resources lie in a scope, present or absent. */
    public int sizeOf(int number) {
        return number >= resources ? 0 : (resources - number + scopes - 1) / scopes;
    }

    /** The resource at this position of a scope, from zero. */
    public int indexAt(int number, int position) {
        return number + position * scopes;
    }
}
