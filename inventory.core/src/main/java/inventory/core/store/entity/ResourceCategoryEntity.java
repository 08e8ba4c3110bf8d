package inventory.core.store.entity;

import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A shelf of the taxonomy. */
@Entity
@Table(name = "resource_category")
public class ResourceCategoryEntity {
    @Id
    public UUID id;

    public String slug;
    public String name;
    public String description;
    public int sortOrder;
}
