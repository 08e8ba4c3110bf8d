package inventory.api.resource;

import inventory.api.taxonomy.RelationshipType;
import java.util.Objects;

/**
 * What an observation says about its neighbours.
 *
 * @param target {@code ems_ref} of a resource of the same provider, or the {@code canonical_id} of one of any provider. A target
 *     that is not known (yet) is remembered and resolved when it appears.
 * @param type how the observed resource stands to the target
 */
public record Relation(String target, RelationshipType type) implements Comparable<Relation> {
    public Relation {
        Objects.requireNonNull(target);
        Objects.requireNonNull(type);
    }

    @Override
    public int compareTo(Relation other) {
        int byTarget = target.compareTo(other.target);
        return byTarget != 0 ? byTarget : type.compareTo(other.type);
    }
}
