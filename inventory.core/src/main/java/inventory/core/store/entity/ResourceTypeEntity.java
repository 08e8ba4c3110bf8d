package inventory.core.store.entity;

import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** What a resource is. */
@Entity
@Table(name = "resource_type")
public class ResourceTypeEntity {
    @Id
    public UUID id;

    public UUID categoryId;
    public String slug;
    public String name;
    public String description;
    public boolean isCountable;
    public Integer longTermStrategicValue;
    public Integer shortTermOpportunity;
    public int sortOrder;
}
